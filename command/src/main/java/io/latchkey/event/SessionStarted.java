package io.latchkey.event;

import io.latchkey.value.Factor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session began; assurance is the NIST level, 1 or 2. */
public record SessionStarted(
        String accountId,
        String sessionId,
        SessionKind kind,
        int assurance,
        List<Factor> factors,
        @Nullable String deviceId,
        Instant expiresAt)
        implements AccountEvent {}
