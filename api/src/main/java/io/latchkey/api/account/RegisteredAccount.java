package io.latchkey.api.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** The new account. */
record RegisteredAccount(
        @Schema(example = "01890000-0000-7000-8000-000000000001")
        String accountId,

        @Schema(
                description = "Needed with the password on every device that is not trusted; shown only here",
                example = "SKU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY")
        String secretKey,

        @Schema(description = "Where the code went, masked", example = "a***@e***.org")
        String mailbox) {

    @Override
    public String toString() {
        return "RegisteredAccount[hidden]";
    }
}
