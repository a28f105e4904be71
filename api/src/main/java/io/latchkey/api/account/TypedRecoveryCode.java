package io.latchkey.api.account;

import io.latchkey.command.RecoverySecret;
import io.latchkey.value.CodeVerifier;
import io.latchkey.value.RecoveryCode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The recovery code as a person types it, or the verifier of one that the client made itself. */
record TypedRecoveryCode(
        @Nullable @Schema(example = "RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY")
        String code,

        @Nullable @Schema(description = "Instead of the code, where the client made it")
        String verifier) {

    RecoverySecret secret() {
        return new RecoverySecret(
                code == null ? null : new RecoveryCode(code), verifier == null ? null : new CodeVerifier(verifier));
    }

    @Override
    public String toString() {
        return "TypedRecoveryCode[hidden]";
    }
}
