package io.latchkey.api.account;

import io.latchkey.query.accounts.AccountOverview;
import io.latchkey.query.accounts.AuthenticatorLine;
import io.latchkey.query.accounts.BackupCodesLine;
import io.latchkey.query.accounts.RecoveryCodeLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The account as its holder sees it. */
record AccountAnswer(
        String accountId,

        @Nullable @Schema(description = "Masked", example = "a***@e***.org")
        String email,

        @Nullable String name,
        boolean mailboxVerified,

        @Schema(description = "Is there an active authenticator?")
        boolean secondFactor,

        @Schema(description = "After a recovery: bind a new authenticator first")
        boolean reenrolmentRequired,

        List<Authenticator> authenticators,
        BackupCodes backupCodes,
        RecoveryCodeState recoveryCode,
        @Schema(description = "Live sessions") int sessions,
        @Schema(example = "[\"support\"]") List<String> roles,

        @Schema(description = "For each thing that may be lost, and each two: what is left")
        List<Readiness> readiness,

        List<ToDo> reminders,

        @Nullable @Schema(description = "The second factors will be taken off, unless the holder stops it")
        PendingReset pendingReset,

        @Nullable @Schema(description = "The holder said that it was not them: every way of recovery is closed")
        Frozen frozen) {

    record Frozen(
            Instant since,

            @Nullable @Schema(description = "Until then a second one of staff may approve to open them again")
            Instant approvableUntil) {

        static @Nullable Frozen of(io.latchkey.query.accounts.@Nullable Frozen frozen) {
            return frozen == null ? null : new Frozen(frozen.since(), frozen.approvableUntil());
        }
    }

    record PendingReset(String recoveryId, Instant completesAt) {

        static @Nullable PendingReset of(io.latchkey.query.accounts.@Nullable PendingReset pending) {
            return pending == null ? null : new PendingReset(pending.recoveryId(), pending.completesAt());
        }
    }

    record Authenticator(
            String id,
            @Nullable String name,
            @Schema(example = "SHA1") String algorithm,
            int digits,

            @Schema(allowableValues = {"pending", "active", "suspended"})
            String status,

            @Nullable Instant enrolledAt,
            @Nullable Instant lastUsedAt) {

        static Authenticator of(AuthenticatorLine line) {
            return new Authenticator(
                    line.id(),
                    line.name(),
                    line.algorithm().name(),
                    line.digits(),
                    line.status().toLowerCase(Locale.ROOT),
                    line.enrolledAt(),
                    line.lastUsedAt());
        }
    }

    record BackupCodes(
            @Nullable String setId,
            int left,
            boolean acknowledged,
            @Nullable String warning,

            @Nullable @Schema(description = "Tells which set this is; not secret", example = "976W-61DF")
            String fingerprint) {

        static BackupCodes of(BackupCodesLine line) {
            return new BackupCodes(line.setId(), line.left(), line.acknowledged(), line.warning(), line.fingerprint());
        }
    }

    record RecoveryCodeState(
            @Schema(allowableValues = {"none", "pending", "active"})
            String state,

            @Nullable Instant activatedAt,

            @Nullable @Schema(description = "Tells which code this is; not secret", example = "976W-61DF")
            String fingerprint) {

        static RecoveryCodeState of(RecoveryCodeLine line) {
            return new RecoveryCodeState(line.state().toLowerCase(Locale.ROOT), line.activatedAt(), line.fingerprint());
        }
    }

    static AccountAnswer of(AccountOverview overview) {
        return new AccountAnswer(
                overview.accountId(),
                overview.email(),
                overview.name(),
                overview.mailboxVerified(),
                overview.secondFactor(),
                overview.reenrolmentRequired(),
                overview.authenticators().stream().map(Authenticator::of).toList(),
                BackupCodes.of(overview.backupCodes()),
                RecoveryCodeState.of(overview.recoveryCode()),
                overview.sessions(),
                overview.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .toList(),
                overview.readiness().stream().map(Readiness::of).toList(),
                overview.reminders().stream().map(ToDo::of).toList(),
                PendingReset.of(overview.pendingReset()),
                Frozen.of(overview.frozen()));
    }

    @Override
    public String toString() {
        return "AccountAnswer[hidden]";
    }
}
