package io.latchkey.api.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.latchkey.command.ProveMailbox;
import io.latchkey.command.ProveRecoveryCode;
import io.latchkey.command.ProveResetMailbox;
import io.latchkey.command.RecoveryCommand;
import io.latchkey.command.RecoverySecret;
import io.latchkey.value.AccountId;
import io.latchkey.value.CodeVerifier;
import io.latchkey.value.LinkToken;
import io.latchkey.value.MailedCode;
import io.latchkey.value.Malformed;
import io.latchkey.value.RecoveryCode;
import io.latchkey.value.RecoveryId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The recovery code, or what the mailbox got: a code, or the token of the link. */
record RecoveryProof(
        @Nullable @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        Kind kind,

        @Nullable @Schema(example = "RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY")
        String code,

        @Nullable @Schema(description = "With mailbox: what follows # in the mailed link")
        String token,

        @Nullable @Schema(description = "With recovery_code: what the client derived from a code that it made itself")
        String verifier) {

    enum Kind {
        @JsonProperty("recovery_code")
        RECOVERY_CODE,
        @JsonProperty("mailbox")
        MAILBOX
    }

    RecoveryCommand toCommand(RecoveryId id) {
        if (Stream.of(code, token, verifier).filter(given -> given != null).count() != 1) {
            throw new Malformed("code", "either code, token or verifier");
        }
        return switch (kind) {
            case null -> throw new Malformed("kind", "recovery_code or mailbox");
            case MAILBOX -> mailbox(id);
            case RECOVERY_CODE -> recoveryCode(id);
        };
    }

    /** A reset takes the mailbox only; what else is given is a wrong proof, and is recorded as one. */
    ProveResetMailbox toCommand(RecoveryId id, AccountId accountId) {
        return toCommand(id) instanceof ProveMailbox mailbox
                ? new ProveResetMailbox(accountId, id, mailbox.code(), mailbox.link())
                : new ProveResetMailbox(accountId, id, null, null);
    }

    @Override
    public String toString() {
        return "RecoveryProof[hidden]";
    }

    private ProveMailbox mailbox(RecoveryId id) {
        return token == null
                ? new ProveMailbox(id, new MailedCode(required(code)), null)
                : new ProveMailbox(id, null, new LinkToken(token));
    }

    private ProveRecoveryCode recoveryCode(RecoveryId id) {
        return verifier == null
                ? new ProveRecoveryCode(id, new RecoveryCode(required(code)))
                : new ProveRecoveryCode(id, new RecoverySecret(null, new CodeVerifier(verifier)));
    }

    private static String required(@Nullable String code) {
        if (code == null) {
            throw new Malformed("code", "required");
        }
        return code;
    }
}
