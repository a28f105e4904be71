package io.latchkey.query.accounts;

import io.latchkey.value.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an account has; the address is masked. */
public record AccountOverview(
        String accountId,
        @Nullable String email,
        @Nullable String name,
        boolean mailboxVerified,
        boolean secondFactor,
        boolean reenrolmentRequired,
        List<AuthenticatorLine> authenticators,
        BackupCodesLine backupCodes,
        RecoveryCodeLine recoveryCode,
        int sessions,
        List<Role> roles,
        List<ReadinessCase> readiness,
        List<Reminder> reminders,
        @Nullable PendingReset pendingReset,
        @Nullable Frozen frozen) {
    @Override
    public String toString() {
        return "AccountOverview[hidden]";
    }
}
