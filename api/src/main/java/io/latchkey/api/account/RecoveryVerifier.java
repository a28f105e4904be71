package io.latchkey.api.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a client derived from a recovery code that it made itself, and a key that it wrapped. */
record RecoveryVerifier(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "32 bytes in base64url",
                example = "Zm9yIGEgdmVyaWZpZXIgdGhpcyBpcyBhbiBleGFtcGw")
        String verifier,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Opaque: base64url and dots, as a compact JWE has",
                maxLength = 1024,
                example = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA")
        String wrappedKey) {

    @Override
    public String toString() {
        return "RecoveryVerifier[hidden]";
    }
}
