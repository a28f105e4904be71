package io.latchkey.query.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One trusted device; bound is one with a key, which counts from some day on; suspended, one that was reported lost. */
public record DeviceLine(
        String id,
        @Nullable String name,
        Instant trustedAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean bound,
        @Nullable Instant keyCountsFrom,
        boolean suspended) {

    boolean keyCounts(Instant now) {
        return keyCountsFrom != null && !now.isBefore(keyCountsFrom);
    }

    @Override
    public String toString() {
        return "DeviceLine[hidden]";
    }
}
