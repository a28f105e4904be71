package io.latchkey.api.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** A code as a person types it: spaces, dashes, lower case and full-width digits do no harm. */
record TypedCode(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "123 456")
        String code) {

    @Override
    public String toString() {
        return "TypedCode[hidden]";
    }
}
