package io.latchkey.query.accounts;

import io.latchkey.event.SessionKind;
import io.latchkey.value.Factor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One live session. */
public record SessionLine(
        String id,
        SessionKind kind,
        int assurance,
        List<Factor> factors,
        @Nullable String deviceId,
        Instant startedAt,
        Instant seenAt,
        Instant expiresAt) {}
