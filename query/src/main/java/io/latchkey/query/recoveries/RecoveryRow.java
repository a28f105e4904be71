package io.latchkey.query.recoveries;

import io.latchkey.command.Way;
import io.latchkey.value.Factor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The head of a case file. */
record RecoveryRow(
        String recoveryId,
        String accountId,
        boolean known,
        boolean knownClient,
        String policyVersion,
        Status status,
        List<Factor> proven,
        Instant startedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        Way way,
        @Nullable Instant completesAt,
        List<Factor> missing) {}
