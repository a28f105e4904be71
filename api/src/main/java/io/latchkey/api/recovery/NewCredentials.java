package io.latchkey.api.recovery;

import io.latchkey.command.Recovered;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the account has now, shown this once. */
record NewCredentials(
        @Schema(example = "SKU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY")
        String secretKey,

        @Nullable @Schema(description = "A new one, where use ends the old one")
        String recoveryCode,

        @Nullable @Schema(description = "What the client left with a recovery code that it made itself")
        String wrappedKey) {

    static NewCredentials of(Recovered recovered) {
        return new NewCredentials(recovered.secretKey(), recovered.recoveryCode(), recovered.wrappedKey());
    }

    @Override
    public String toString() {
        return "NewCredentials[hidden]";
    }
}
