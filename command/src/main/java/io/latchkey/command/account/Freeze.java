package io.latchkey.command.account;

import io.latchkey.event.AccountFrozen;
import io.latchkey.event.UnfreezingRequested;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether every way of recovery is closed, by which notices, and who of staff asked to open them again. */
final class Freeze {

    /** Good until its time, when somebody else of staff approves. */
    record Request(String by, Instant expiresAt) {

        boolean open(Instant now) {
            return now.isBefore(expiresAt);
        }
    }

    private final Set<String> notices = new HashSet<>();
    private @Nullable Request request;
    private Instant beganAt = Instant.EPOCH;
    private Instant endedAt = Instant.EPOCH;
    private boolean frozen;

    /** A further objection is one to the opening that staff asked for, too. */
    void begin(AccountFrozen event, Instant at) {
        frozen = true;
        beganAt = at;
        request = null;
        notices.add(event.noticeId());
    }

    void request(UnfreezingRequested event) {
        request = new Request(event.requestedBy(), event.expiresAt());
    }

    /** The links of all notices from before are void, so that none has to be remembered. */
    void end(Instant at) {
        frozen = false;
        endedAt = at;
        request = null;
        notices.clear();
    }

    boolean frozen() {
        return frozen;
    }

    boolean used(String noticeId) {
        return notices.contains(noticeId);
    }

    @Nullable
    Request request() {
        return request;
    }

    /** Was somebody at it before the holder said that it was not them? */
    boolean closes(Instant startedAt) {
        return frozen || startedAt.isBefore(beganAt);
    }

    Instant endedAt() {
        return endedAt;
    }
}
