package io.latchkey.api.signin;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The tokens of a session. */
record SessionTokens(
        @Schema(description = "Bearer token, ES256, type at+jwt")
        String accessToken,

        @Nullable @Schema(description = "Good once; a full session only")
        String refreshToken,

        @Schema(example = "Bearer") String tokenType,
        @Schema(description = "Seconds", example = "300") long expiresIn,

        @Schema(allowableValues = {"account", "recovery:bind"})
        String scope,

        String sessionId) {

    @Override
    public String toString() {
        return "SessionTokens[hidden]";
    }
}
