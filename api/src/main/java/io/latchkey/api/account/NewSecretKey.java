package io.latchkey.api.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** The secret key of the account from now on, shown this once. */
record NewSecretKey(
        @Schema(example = "SKU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY")
        String secretKey) {

    @Override
    public String toString() {
        return "NewSecretKey[hidden]";
    }
}
