package io.latchkey.api.signin;

import io.latchkey.value.Malformed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The refresh token to exchange. */
record Refreshing(
        @Nullable @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        String refreshToken) {

    String required() {
        if (refreshToken == null) {
            throw new Malformed("refreshToken", "required");
        }
        return refreshToken;
    }

    @Override
    public String toString() {
        return "Refreshing[hidden]";
    }
}
