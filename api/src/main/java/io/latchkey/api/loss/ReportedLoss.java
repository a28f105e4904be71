package io.latchkey.api.loss;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose, and what if the password is known; otherwise the mailed link asks for it. */
record ReportedLoss(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "ann@example.org")
        String email,

        @Nullable @Schema(description = "Without it a link is mailed", example = "a long and secret sentence")
        String password,

        @Nullable @Schema(description = "Needed with the password", example = "[\"authenticators\"]")
        List<@Nullable LostThing> lost) {

    @Override
    public String toString() {
        return "ReportedLoss[hidden]";
    }
}
