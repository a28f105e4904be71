package io.latchkey.query.recoveries;

import io.latchkey.command.Way;
import io.latchkey.value.Factor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a recovery stands and what is still to be proven. */
public record RecoveryStatus(
        String recoveryId,
        String accountId,
        Status status,
        List<Factor> missing,
        Instant expiresAt,
        Way way,
        @Nullable Instant completesAt,
        @Nullable Integer approvals) {}
