package io.latchkey.api.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Ten backup codes, shown this once. */
record BackupCodeSet(
        String setId,

        @Schema(description = "Tells this set from others; not secret", example = "976W-61DF")
        String fingerprint,

        @Schema(example = "[\"BKU1-3Q16-FKG5-F1R6-QZV0\"]") List<String> codes) {

    @Override
    public String toString() {
        return "BackupCodeSet[hidden]";
    }
}
