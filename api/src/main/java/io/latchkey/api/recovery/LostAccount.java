package io.latchkey.api.recovery;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which account, and perhaps from a device it knows. */
record LostAccount(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "ann@example.org")
        String email,

        @Nullable @Schema(description = "From trusting this device earlier")
        String deviceToken) {

    @Override
    public String toString() {
        return "LostAccount[hidden]";
    }
}
