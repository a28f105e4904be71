package io.latchkey.command.account;

import io.latchkey.command.Limits;
import io.latchkey.command.NoticeLink;
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

        /** By its own notice, or a later one. */
        boolean toldBy(Instant noticedAt) {
            return !noticedAt.isBefore(NoticeLink.exact(expiresAt.minus(Limits.UNFREEZING)));
        }
    }

    private final Set<String> notices = new HashSet<>();
    private @Nullable Request request;
    private Instant since = Instant.EPOCH;
    private Instant beganAt = Instant.EPOCH;
    private Instant endedAt = Instant.EPOCH;
    private boolean frozen;

    /** Who had the link of an older notice cannot keep staff from opening it: that is for who was told of their request. */
    void begin(AccountFrozen event, Instant at) {
        since = frozen && since.isBefore(event.noticedAt()) ? since : event.noticedAt();
        frozen = true;
        beganAt = at;
        request = request == null || request.toldBy(event.noticedAt()) ? null : request;
        notices.add(event.noticeId());
    }

    /** Does a further objection reach back further, or to what staff asked for? */
    boolean changedBy(Instant noticedAt) {
        return !frozen || noticedAt.isBefore(since) || (request != null && request.toldBy(noticedAt));
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
