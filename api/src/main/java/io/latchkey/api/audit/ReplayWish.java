package io.latchkey.api.audit;

import io.latchkey.value.Malformed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.regex.Pattern;

/** Why a rebuild is asked for. */
record ReplayWish(
        @Schema(description = "1 to 200 characters; it stays on the trail, so nothing personal", example = "a drill")
        String reason) {

    private static final int LONGEST = 200;
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    String checked() {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw new Malformed("reason", "1 to 200 characters");
        }
        if (NO_TEXT.matcher(reason).find()) {
            throw new Malformed("reason", "no control characters");
        }
        return reason.strip();
    }
}
