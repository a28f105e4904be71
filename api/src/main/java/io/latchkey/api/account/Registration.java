package io.latchkey.api.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** Who opens an account. */
record Registration(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "ann@example.org", maxLength = 254)
        String email,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Ann Example", maxLength = 100)
        String name,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "a long and secret sentence",
                minLength = 8,
                maxLength = 128)
        String password) {

    @Override
    public String toString() {
        return "Registration[hidden]";
    }
}
