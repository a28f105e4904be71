package io.latchkey.query.recoveries;

import io.latchkey.command.Way;
import io.latchkey.query.audit.TrailRecord;
import io.latchkey.value.Factor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The case file: the head, and every step as it stands on the trail. */
public record RecoveryCase(
        String recoveryId,
        String accountId,
        @Nullable String mailbox,
        boolean known,
        boolean knownClient,
        String policyVersion,
        Status status,
        List<Factor> proven,
        List<Factor> missing,
        Instant startedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        List<TrailRecord> steps,
        Way way,
        @Nullable Instant completesAt) {}
