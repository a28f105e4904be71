package io.latchkey.query.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One trusted device. */
public record DeviceLine(String id, @Nullable String name, Instant trustedAt, Instant lastUsedAt, Instant expiresAt) {
    @Override
    public String toString() {
        return "DeviceLine[hidden]";
    }
}
