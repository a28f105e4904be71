package io.latchkey.api.recovery;

import io.latchkey.command.ProofAccepted;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The proof was right; these are still needed. */
record StillMissing(@Schema(example = "[\"mailbox\"]") List<String> missing) {

    static StillMissing of(ProofAccepted accepted) {
        return new StillMissing(Proofs.names(accepted.missing()));
    }
}
