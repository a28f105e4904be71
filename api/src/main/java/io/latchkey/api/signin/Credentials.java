package io.latchkey.api.signin;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The password, and what says that the client is known: the secret key, or the token of a trusted device. */
record Credentials(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "ann@example.org")
        String email,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "a long and secret sentence")
        String password,

        @Nullable @Schema(example = "SKU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY")
        String secretKey,

        @Nullable @Schema(description = "From trusting this device earlier")
        String deviceToken) {

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
