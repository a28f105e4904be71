package io.latchkey.api.group;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why a member is helped back in. */
record Help(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Shown to the other organizers; no links",
                example = "lost the phone, we spoke face to face",
                maxLength = 64)
        String reason) {

    @Override
    public String toString() {
        return "Help[hidden]";
    }
}
