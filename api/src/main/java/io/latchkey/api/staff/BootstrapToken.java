package io.latchkey.api.staff;

import io.latchkey.value.Malformed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The token printed at the first start. */
record BootstrapToken(
        @Nullable @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        String token) {

    String required() {
        if (token == null) {
            throw new Malformed("token", "required");
        }
        return token;
    }

    @Override
    public String toString() {
        return "BootstrapToken[hidden]";
    }
}
