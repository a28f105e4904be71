package io.latchkey.api.recovery;

import io.latchkey.command.RecoveryBegun;
import io.latchkey.command.WayRule;
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

    static StartedRecovery of(RecoveryBegun begun, String handle, WayRule rule) {
        return new StartedRecovery(begun.recoveryId(), handle, begun.expiresAt(), Proofs.names(rule.proofs()));
    }

    @Override
    public String toString() {
        return "StartedRecovery[hidden]";
    }
}
