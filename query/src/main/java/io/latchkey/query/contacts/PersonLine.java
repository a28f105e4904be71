package io.latchkey.query.contacts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who counts on this account, or asks to until then; the address is masked. */
public record PersonLine(
        String contactId,
        String accountId,
        @Nullable String name,
        @Nullable String mailbox,
        @Nullable Instant acceptedAt,
        Instant expiresAt) {
    @Override
    public String toString() {
        return "PersonLine[hidden]";
    }
}
