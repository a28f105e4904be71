package io.latchkey.command.account;

import io.latchkey.value.Factor;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Consecutive wrong guesses per factor, known and unknown clients apart, across all challenges (requirements AB-1, AB-2). */
final class Budgets {

    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private record Count(int failures, Instant last) {}

    private final Map<Factor, Count> known = new EnumMap<>(Factor.class);
    private final Map<Factor, Count> unknown = new EnumMap<>(Factor.class);

    void count(Factor factor, boolean knownClient, Instant at) {
        side(knownClient).merge(factor, new Count(1, at), (old, one) -> new Count(old.failures + 1, at));
    }

    void forgive(Factor factor) {
        known.remove(factor);
        unknown.remove(factor);
    }

    void forgiveAll() {
        known.clear();
        unknown.clear();
    }

    /** When the next guess will be looked at, or null when now. */
    @Nullable
    Instant waitUntil(Factor factor, boolean knownClient, Instant now) {
        var count = side(knownClient).get(factor);
        if (count == null || count.failures < FREE) {
            return null;
        }
        var until = count.last.plus(waitAfter(count.failures));
        return until.isAfter(now) ? until : null;
    }

    boolean any(Factor factor) {
        return known.containsKey(factor) || unknown.containsKey(factor);
    }

    boolean exhausted(Factor factor) {
        return exhausted(factor, 1);
    }

    /** With n authenticators every guess is n times as likely to be right, so the hard stop comes n times as early. */
    boolean exhausted(Factor factor, int authenticators) {
        return failures(known, factor) + failures(unknown, factor) >= hardStop(factor) / Math.max(1, authenticators);
    }

    static Duration waitAfter(int failures) {
        int doublings = Math.min(failures - FREE, 10);
        var wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /**
     * A password has none: a stranger must not be able to lock the owner out for good. A signature cannot be guessed, and a
     * code read out by voice lives as long as its case, in which few tries are allowed.
     */
    static int hardStop(Factor factor) {
        return switch (factor) {
            case PASSWORD, DEVICE_KEY, VOICE_CODE -> Integer.MAX_VALUE;
            case TOTP, EMAIL_CODE -> 50;
            case BACKUP_CODE, RECOVERY_CODE -> 100;
        };
    }

    private Map<Factor, Count> side(boolean knownClient) {
        return knownClient ? known : unknown;
    }

    private static int failures(Map<Factor, Count> side, Factor factor) {
        var count = side.get(factor);
        return count == null ? 0 : count.failures;
    }
}
