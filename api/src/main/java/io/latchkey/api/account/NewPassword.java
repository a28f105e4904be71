package io.latchkey.api.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** The password to be. */
record NewPassword(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "another long and secret sentence",
                minLength = 8,
                maxLength = 128)
        String password) {

    @Override
    public String toString() {
        return "NewPassword[hidden]";
    }
}
