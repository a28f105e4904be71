package io.latchkey.api.signin;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session, and how many backup codes are left when one was used for it. */
record SessionAnswer(
        SessionTokens session,
        @Nullable @Schema(example = "9") Integer backupCodesLeft,

        @Nullable @Schema(description = "There when few are left")
        String warning) {

    @Override
    public String toString() {
        return "SessionAnswer[hidden]";
    }
}
