package io.latchkey.api.recovery;

import io.latchkey.command.RecoveryBegun;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** The recovery that began. */
record StartedRecovery(
        String recoveryId,

        @Schema(description = "Bearer token for the routes of this recovery")
        String handle,

        Instant expiresAt,

        @Schema(example = "[\"recovery_code\", \"mailbox\"]")
        List<String> needs) {

    static StartedRecovery of(RecoveryBegun begun, String handle) {
        return new StartedRecovery(begun.recoveryId(), handle, begun.expiresAt(), Proofs.all());
    }

    @Override
    public String toString() {
        return "StartedRecovery[hidden]";
    }
}
