package io.latchkey.api.contact;

import io.swagger.v3.oas.annotations.media.Schema;

/** The code that the person read out. */
record TypedVoiceCode(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "123 456")
        String code) {

    @Override
    public String toString() {
        return "TypedVoiceCode[hidden]";
    }
}
