package io.latchkey.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reset runs: its mailbox must be proven until then, or has been and it completes at its time. */
public record ResetBegun(
        String recoveryId,
        Instant expiresAt,
        Instant handleUntil,
        @Nullable Instant completesAt) implements Outcome {}
