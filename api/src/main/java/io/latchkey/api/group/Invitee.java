package io.latchkey.api.group;

import io.swagger.v3.oas.annotations.media.Schema;

/** Whom to ask into the group. */
record Invitee(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "max@example.org")
        String email) {

    @Override
    public String toString() {
        return "Invitee[hidden]";
    }
}
