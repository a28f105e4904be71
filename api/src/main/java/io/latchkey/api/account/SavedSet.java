package io.latchkey.api.account;

import io.latchkey.value.Malformed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which set of backup codes is saved. */
record SavedSet(
        @Nullable @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        String setId) {

    String required() {
        if (setId == null) {
            throw new Malformed("setId", "required");
        }
        return setId;
    }
}
