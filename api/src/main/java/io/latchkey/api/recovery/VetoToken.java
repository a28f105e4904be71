package io.latchkey.api.recovery;

import io.swagger.v3.oas.annotations.media.Schema;

/** What the link of a notice carries. */
record VetoToken(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "What follows t= in the mailed link")
        String token) {

    @Override
    public String toString() {
        return "VetoToken[hidden]";
    }
}
