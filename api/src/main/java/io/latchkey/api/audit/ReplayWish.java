package io.latchkey.api.audit;

import io.latchkey.value.Malformed;
import io.swagger.v3.oas.annotations.media.Schema;

/** Why a rebuild is asked for. */
record ReplayWish(
        @Schema(description = "1 to 200 characters; it stays on the trail, so nothing personal", example = "a drill")
        String reason) {

    private static final int LONGEST = 200;

    String checked() {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw new Malformed("reason", "1 to 200 characters");
        }
        if (reason.chars().anyMatch(Character::isISOControl)) {
            throw new Malformed("reason", "no control characters");
        }
        return reason.strip();
    }
}
