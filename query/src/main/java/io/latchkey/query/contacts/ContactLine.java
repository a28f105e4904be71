package io.latchkey.query.contacts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A contact by the name that the holder gave; who has not accepted can until then. */
public record ContactLine(
        String contactId,
        @Nullable String name,
        @Nullable Instant acceptedAt,
        @Nullable Instant countsFrom,
        Instant expiresAt) {
    @Override
    public String toString() {
        return "ContactLine[hidden]";
    }
}
