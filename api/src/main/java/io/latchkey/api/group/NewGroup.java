package io.latchkey.api.group;

import io.swagger.v3.oas.annotations.media.Schema;

/** The name of a group to be. */
record NewGroup(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "The Examples", maxLength = 64)
        String name) {

    @Override
    public String toString() {
        return "NewGroup[hidden]";
    }
}
