package io.latchkey.api.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The authenticator is active; the first one brings backup codes, shown this once. */
record ConfirmedAuthenticator(
        @Nullable @Schema(description = "To be acknowledged")
        String backupSetId,

        @Nullable @Schema(description = "Tells this set from others; not secret", example = "976W-61DF")
        String backupSetFingerprint,

        @Nullable @Schema(example = "[\"BKU1-3Q16-FKG5-F1R6-QZV0\"]")
        List<String> backupCodes) {

    @Override
    public String toString() {
        return "ConfirmedAuthenticator[hidden]";
    }
}
