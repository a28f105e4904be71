package io.latchkey.command.account;

import io.latchkey.event.MailboxCodeIssued;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The address of the account and the proof that it is the holder's. */
final class Mailbox {

    record Pending(String sealedCode, String sealedLinkToken, Instant expiresAt, Instant sentAt, int strikes) {}

    private @Nullable Pending pending;
    private @Nullable Instant verifiedAt;

    void issue(MailboxCodeIssued event, Instant at) {
        pending = new Pending(event.sealedCode(), event.sealedLinkToken(), event.expiresAt(), at, 0);
    }

    void strike() {
        if (pending != null) {
            pending = new Pending(
                    pending.sealedCode,
                    pending.sealedLinkToken,
                    pending.expiresAt,
                    pending.sentAt,
                    pending.strikes + 1);
        }
    }

    void verify(Instant at) {
        verifiedAt = at;
        pending = null;
    }

    boolean verified() {
        return verifiedAt != null;
    }

    @Nullable
    Instant verifiedAt() {
        return verifiedAt;
    }

    @Nullable
    Pending pending() {
        return pending;
    }
}
