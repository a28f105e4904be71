package io.latchkey.query.accounts;

import io.latchkey.value.TotpAlgorithm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One authenticator, waiting for its first code (pending), active, or reported lost (suspended). */
public record AuthenticatorLine(
        String id,
        @Nullable String name,
        TotpAlgorithm algorithm,
        int digits,
        String status,
        @Nullable Instant enrolledAt,
        @Nullable Instant lastUsedAt) {
    @Override
    public String toString() {
        return "AuthenticatorLine[hidden]";
    }
}
