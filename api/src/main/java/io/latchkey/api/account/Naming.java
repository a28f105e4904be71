package io.latchkey.api.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** A name for an authenticator or a device. */
record Naming(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "phone", maxLength = 64)
        String name) {

    @Override
    public String toString() {
        return "Naming[hidden]";
    }
}
