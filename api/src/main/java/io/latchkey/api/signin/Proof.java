package io.latchkey.api.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.latchkey.api.edge.SlowHashing;
import io.latchkey.api.token.SignInHandle;
import io.latchkey.command.AccountCommand;
import io.latchkey.command.ProveBackupCode;
import io.latchkey.command.ProveEmailCode;
import io.latchkey.command.ProveTotp;
import io.latchkey.value.BackupCode;
import io.latchkey.value.MailedCode;
import io.latchkey.value.Malformed;
import io.latchkey.value.TotpCode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A code and what it is; spaces, dashes, lower case and full-width digits do no harm. */
record Proof(
        @Nullable @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        Kind factor,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "123 456")
        String code) {

    enum Kind {
        @JsonProperty("totp")
        TOTP,
        @JsonProperty("backup_code")
        BACKUP_CODE,
        @JsonProperty("email_code")
        EMAIL_CODE
    }

    Mono<AccountCommand> toCommand(SignInHandle handle, SlowHashing hashing) {
        var account = handle.accountId();
        return switch (factor) {
            case null -> throw new Malformed("factor", "totp, backup_code or email_code");
            case TOTP -> Mono.just(new ProveTotp(account, handle.signInId(), new TotpCode(code)));
            case BACKUP_CODE ->
                hashing.backupCode(account, new BackupCode(code))
                        .map(digest -> new ProveBackupCode(account, handle.signInId(), digest));
            case EMAIL_CODE -> Mono.just(new ProveEmailCode(account, handle.signInId(), new MailedCode(code)));
        };
    }

    @Override
    public String toString() {
        return "Proof[hidden]";
    }
}
