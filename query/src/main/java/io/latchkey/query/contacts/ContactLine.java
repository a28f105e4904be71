package io.latchkey.query.contacts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A contact by the name that the holder gave; who has not accepted can until then, who erased the account is gone. */
public record ContactLine(
        String contactId,
        @Nullable String name,
        @Nullable Instant acceptedAt,
        @Nullable Instant countsFrom,
        Instant expiresAt,
        boolean gone) {
    @Override
    public String toString() {
        return "ContactLine[hidden]";
    }
}
