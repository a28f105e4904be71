package io.latchkey.query.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alarm: a holder objected to what a notice told, the type of which is here; then what staff asked for since. */
public record FrozenAccount(
        String accountId,
        @Nullable String mailbox,
        Instant frozenAt,
        String noticeId,
        @Nullable String about,
        @Nullable UnfreezingRequest unfreezing) {

    /** Good until its time, when somebody else approves. */
    public record UnfreezingRequest(
            String requestedBy, @Nullable String note, Instant approvableUntil) {
        @Override
        public String toString() {
            return "UnfreezingRequest[hidden]";
        }
    }
}
