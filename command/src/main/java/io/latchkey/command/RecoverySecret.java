package io.latchkey.command;

import io.latchkey.secret.Hashing;
import io.latchkey.value.AccountId;
import io.latchkey.value.CodeVerifier;
import io.latchkey.value.Malformed;
import io.latchkey.value.RecoveryCode;
import org.jspecify.annotations.Nullable;

/** The recovery code itself, or what is derived from one that the client made: either, never both. */
public record RecoverySecret(
        @Nullable RecoveryCode code, @Nullable CodeVerifier verifier) {

    public RecoverySecret {
        if ((code == null) == (verifier == null)) {
            throw new Malformed("code", "either code or verifier");
        }
    }

    public static RecoverySecret of(RecoveryCode code) {
        return new RecoverySecret(code, null);
    }

    /** What is kept and compared; a code never equals a verifier. */
    public String digest(Hashing hashing, AccountId account) {
        return verifier == null ? hashing.recoveryCode(account, required()) : hashing.codeVerifier(account, verifier);
    }

    private RecoveryCode required() {
        if (code == null) {
            throw new Malformed("code", "required");
        }
        return code;
    }
}
