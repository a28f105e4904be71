package io.latchkey.api.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** The recovery code, shown this once. */
record NewRecoveryCode(
        @Schema(example = "RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY")
        String code,

        @Schema(description = "Tells this code from others; not secret", example = "976W-61DF")
        String fingerprint) {

    @Override
    public String toString() {
        return "NewRecoveryCode[hidden]";
    }
}
