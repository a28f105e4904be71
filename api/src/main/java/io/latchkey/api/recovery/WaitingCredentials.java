package io.latchkey.api.recovery;

import io.latchkey.command.CredentialsChosen;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What the account will have once an organizer completes, shown this once. */
record WaitingCredentials(
        @Schema(example = "SKU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY")
        String secretKey,

        @Schema(description = "Bearer token to ask where this recovery stands")
        String handle,

        @Schema(description = "Not before then") Instant completesAt,

        @Schema(description = "What nobody has completed by then is void")
        Instant expiresAt) {

    static WaitingCredentials of(CredentialsChosen chosen, String handle) {
        return new WaitingCredentials(chosen.secretKey(), handle, chosen.completesAt(), chosen.expiresAt());
    }

    @Override
    public String toString() {
        return "WaitingCredentials[hidden]";
    }
}
