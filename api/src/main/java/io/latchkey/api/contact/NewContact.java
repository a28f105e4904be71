package io.latchkey.api.contact;

import io.swagger.v3.oas.annotations.media.Schema;

/** Whom to ask, and what the holder calls them. */
record NewContact(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "max@example.org")
        String email,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "my brother Max", maxLength = 64)
        String name) {

    @Override
    public String toString() {
        return "NewContact[hidden]";
    }
}
