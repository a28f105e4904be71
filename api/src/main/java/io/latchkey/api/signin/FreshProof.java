package io.latchkey.api.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.SlowHashing;
import io.latchkey.command.AccountCommand;
import io.latchkey.command.StepUpWithBackupCode;
import io.latchkey.command.StepUpWithPassword;
import io.latchkey.command.StepUpWithTotp;
import io.latchkey.value.BackupCode;
import io.latchkey.value.Malformed;
import io.latchkey.value.Password;
import io.latchkey.value.TotpCode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A proof for a session that is there already; the password does only while there is no second factor. */
record FreshProof(
        @Nullable @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        Kind factor,

        @Nullable @Schema(description = "With totp and backup_code", example = "123 456")
        String code,

        @Nullable @Schema(description = "With password") String password) {

    enum Kind {
        @JsonProperty("totp")
        TOTP,
        @JsonProperty("backup_code")
        BACKUP_CODE,
        @JsonProperty("password")
        PASSWORD
    }

    Mono<AccountCommand> toCommand(Caller caller, SlowHashing hashing) {
        var account = caller.accountId();
        var session = caller.sessionId();
        return switch (factor) {
            case null -> throw new Malformed("factor", "totp, backup_code or password");
            case TOTP -> Mono.just(new StepUpWithTotp(account, session, new TotpCode(required("code", code))));
            case BACKUP_CODE ->
                hashing.backupCode(account, new BackupCode(required("code", code)))
                        .map(digest -> new StepUpWithBackupCode(account, session, digest));
            case PASSWORD ->
                hashing.password(account, new Password(required("password", password)))
                        .map(digest -> new StepUpWithPassword(account, session, digest));
        };
    }

    @Override
    public String toString() {
        return "FreshProof[hidden]";
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw new Malformed(field, "required");
        }
        return value;
    }
}
