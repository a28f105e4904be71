package io.latchkey.command.account;

import io.latchkey.value.Factor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Wrong guesses in a row, known and unknown clients apart: after five each waits longer, from 30 seconds to an hour. */
final class GuessModel {

    private record Side(Factor factor, boolean knownClient) {}

    private final Map<Side, List<Instant>> wrong = new HashMap<>();
    final Set<Factor> disabled = new TreeSet<>();

    /** True when this one emptied the budget, which disables the factor. */
    boolean wrong(Factor factor, boolean knownClient, Instant at) {
        wrong.computeIfAbsent(new Side(factor, knownClient), key -> new ArrayList<>())
                .add(at);
        if (count(factor, true) + count(factor, false) < budget(factor)) {
            return false;
        }
        forgive(factor);
        disabled.add(factor);
        return true;
    }

    void forgive(Factor factor) {
        wrong.keySet().removeIf(side -> side.factor == factor);
    }

    void enable(Factor factor) {
        disabled.remove(factor);
        forgive(factor);
    }

    void forgetAll() {
        wrong.clear();
        disabled.clear();
    }

    @Nullable
    Instant waitUntil(Factor factor, boolean knownClient, Instant now) {
        var times = wrong.get(new Side(factor, knownClient));
        var until = times == null ? now : times.getLast().plusSeconds(seconds(times.size()));
        return until.isAfter(now) ? until : null;
    }

    static long seconds(int wrongInARow) {
        long[] waits = {0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920};
        return wrongInARow < waits.length ? waits[wrongInARow] : 3600;
    }

    static int budget(Factor factor) {
        return switch (factor) {
            case PASSWORD, DEVICE_KEY, VOICE_CODE -> Integer.MAX_VALUE;
            case TOTP, EMAIL_CODE -> 50;
            case BACKUP_CODE, RECOVERY_CODE -> 100;
        };
    }

    private int count(Factor factor, boolean knownClient) {
        return wrong.getOrDefault(new Side(factor, knownClient), List.of()).size();
    }
}
