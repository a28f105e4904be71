package io.latchkey.api.group;

import io.latchkey.command.RecoveryBegun;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** The case that began; the member got a mail with what it takes to go on. */
record BegunHelp(
        String recoveryId,

        @Schema(description = "Until then the member must have chosen new credentials")
        Instant expiresAt) {

    static BegunHelp of(RecoveryBegun begun) {
        return new BegunHelp(begun.recoveryId(), begun.expiresAt());
    }
}
