package io.latchkey.api.loss;

import io.swagger.v3.oas.annotations.media.Schema;

/** What the mailed link carries. */
record LossToken(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "What follows t= in the mailed link")
        String token) {

    @Override
    public String toString() {
        return "LossToken[hidden]";
    }
}
