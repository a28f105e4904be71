package io.latchkey.api.recovery;

import io.latchkey.command.ProofAccepted;
import io.latchkey.command.ResetScheduled;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The proof was right; these are still needed. */
record StillMissing(
        @Schema(example = "[\"mailbox\"]") List<String> missing,

        @Nullable @Schema(description = "Of a reset: when the second factors are taken off")
        Instant completesAt) {

    static StillMissing of(ProofAccepted accepted) {
        return new StillMissing(Proofs.names(accepted.missing()), null);
    }

    static StillMissing of(ResetScheduled scheduled) {
        return new StillMissing(List.of(), scheduled.completesAt());
    }
}
