package io.latchkey.query.recoveries;

import io.latchkey.value.Factor;
import java.time.Instant;
import java.util.List;

/** Where a recovery stands and what is still to be proven. */
public record RecoveryStatus(
        String recoveryId, String accountId, Status status, List<Factor> missing, Instant expiresAt) {}
