package io.latchkey.query.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether there is a recovery code: none, pending (shown, not typed back) or active. */
public record RecoveryCodeLine(
        String state,
        @Nullable Instant activatedAt,
        @Nullable String fingerprint) {}
