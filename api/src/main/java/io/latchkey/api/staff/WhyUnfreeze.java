package io.latchkey.api.staff;

import io.swagger.v3.oas.annotations.media.Schema;

/** What the second person must know, in the words of the first; 10 to 500 characters. */
record WhyUnfreeze(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "She came to the desk with her passport.")
        String note) {

    @Override
    public String toString() {
        return "WhyUnfreeze[hidden]";
    }
}
