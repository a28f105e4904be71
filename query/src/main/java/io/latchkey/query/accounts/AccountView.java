package io.latchkey.query.accounts;

import io.latchkey.event.*;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Writes;
import io.latchkey.value.Factor;

/** One row for each account. */
final class AccountView {

    private AccountView() {}

    static void project(Fact fact, Writes writes) {
        switch (fact.event()) {
            case AccountRegistered event -> register(fact, event, writes);
            case MailboxVerified event -> set("mailbox_verified_at = ?", writes, fact.at(), event.accountId());
            case TotpEnrolled event -> {
                set("reenrolment_required = ?", writes, false, event.accountId());
                enable(Factor.TOTP, event.accountId(), writes);
            }
            case FactorDisabled event -> disable(event, writes);
            case GuessesForgiven event -> enable(event.factor(), event.accountId(), writes);
            case BackupCodesGenerated event -> replaceBackupCodes(event, writes);
            case BackupCodesAcknowledged event ->
                writes.add(
                        "update account_view set backup_codes_acknowledged = true"
                                + " where account_id = ? and backup_set_id = ?",
                        event.accountId(),
                        event.setId());
            case BackupCodeSpent event -> set("backup_codes_left = ?", writes, event.remaining(), event.accountId());
            case BackupCodesRevoked event -> dropBackupCodes(event.accountId(), writes);
            case RecoveryCodeGenerated event -> pend(fact, event.codeId(), event.accountId(), writes);
            case RecoveryVerifierDeposited event -> pend(fact, event.codeId(), event.accountId(), writes);
            case RecoveryCodeActivated event -> activate(fact, event, writes);
            case RecoveryCodeRevoked event ->
                writes.add(
                        "update account_view set recovery_code_id = null, recovery_code_activated_at = null"
                                + " where account_id = ? and recovery_code_id = ?",
                        event.accountId(),
                        event.codeId());
            case AccountRecovered event -> recover(event, writes);
            case SecondFactorResetByDevice event -> {
                dropBackupCodes(event.accountId(), writes);
                set("reenrolment_required = ?", writes, true, event.accountId());
            }
            case RoleGranted event ->
                set(
                        "roles = array_append(array_remove(roles, ?), ?)",
                        writes,
                        event.role(),
                        event.role(),
                        event.accountId());
            case RoleRevoked event -> set("roles = array_remove(roles, ?)", writes, event.role(), event.accountId());
            case AccountErased event -> writes.add("delete from account_view where account_id = ?", event.accountId());
            case LatchkeyEvent other -> {}
        }
    }

    private static void register(Fact fact, AccountRegistered event, Writes writes) {
        writes.add("""
                insert into account_view (account_id, sealed_email, sealed_name, registered_at, reenrolment_required,
                    backup_codes_left, backup_codes_acknowledged, disabled, roles)
                values (?, ?, ?, ?, false, 0, false, '{}', '{}')""", event.accountId(), event.sealedEmail(), event.sealedName(), fact.at());
    }

    private static void disable(FactorDisabled event, Writes writes) {
        set(
                "disabled = array_append(array_remove(disabled, ?), ?)",
                writes,
                event.factor(),
                event.factor(),
                event.accountId());
    }

    private static void enable(Factor factor, String accountId, Writes writes) {
        set("disabled = array_remove(disabled, ?)", writes, factor, accountId);
    }

    private static void replaceBackupCodes(BackupCodesGenerated event, Writes writes) {
        writes.add(
                "update account_view set backup_set_id = ?, backup_codes_left = ?, backup_codes_acknowledged = false"
                        + " where account_id = ?",
                event.setId(),
                event.sealedVerifiers().size(),
                event.accountId());
        enable(Factor.BACKUP_CODE, event.accountId(), writes);
    }

    private static void dropBackupCodes(String accountId, Writes writes) {
        writes.add(
                "update account_view set backup_set_id = null, backup_codes_left = 0,"
                        + " backup_codes_acknowledged = false where account_id = ?",
                accountId);
    }

    private static void pend(Fact fact, String codeId, String accountId, Writes writes) {
        writes.add(
                "update account_view set pending_recovery_code_id = ?, pending_recovery_code_at = ? where account_id = ?",
                codeId,
                fact.at(),
                accountId);
    }

    private static void activate(Fact fact, RecoveryCodeActivated event, Writes writes) {
        writes.add(
                "update account_view set recovery_code_id = ?, recovery_code_activated_at = ?,"
                        + " pending_recovery_code_id = null, pending_recovery_code_at = null where account_id = ?",
                event.codeId(),
                fact.at(),
                event.accountId());
        enable(Factor.RECOVERY_CODE, event.accountId(), writes);
    }

    private static void recover(AccountRecovered event, Writes writes) {
        dropBackupCodes(event.accountId(), writes);
        set("reenrolment_required = ?, disabled = '{}'", writes, true, event.accountId());
    }

    private static void set(String assignment, Writes writes, Object... values) {
        writes.add("update account_view set " + assignment + " where account_id = ?", values);
    }
}
