package io.latchkey.api.recovery;

import io.latchkey.query.recoveries.RecoveryStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a recovery stands. */
record RecoveryState(
        String recoveryId,

        @Schema(allowableValues = {"open", "waiting", "completed", "expired", "cancelled"})
        String status,

        @Schema(example = "[\"recovery_code\"]") List<String> missing,
        Instant expiresAt,

        @Schema(allowableValues = {"recovery_code", "delayed_reset", "organizer", "two_organizers", "contacts"})
        String way,

        @Nullable @Schema(description = "While it waits: when it completes by itself, or from when it can be completed")
        Instant completesAt,

        @Nullable @Schema(description = "With recovery contacts, while it runs: how many have approved")
        Integer approvals) {

    static RecoveryState of(RecoveryStatus status) {
        return new RecoveryState(
                status.recoveryId(),
                status.status().name().toLowerCase(Locale.ROOT),
                Proofs.names(status.missing()),
                status.expiresAt(),
                status.way().name().toLowerCase(Locale.ROOT),
                status.completesAt(),
                status.approvals());
    }
}
