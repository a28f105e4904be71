package io.latchkey.query.accounts;

import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.SecondFactorResetCancelled;
import io.latchkey.event.SecondFactorResetScheduled;
import io.latchkey.event.SecondFactorsReset;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Writes;

/** What a reset of the second factors does to an account, from its waiting period to its end. */
final class ResetView {

    private ResetView() {}

    static void project(Fact fact, Writes writes) {
        switch (fact.event()) {
            case SecondFactorResetScheduled event ->
                writes.add(
                        "update account_view set reset_id = ?, reset_completes_at = ? where account_id = ?",
                        event.recoveryId(),
                        event.completesAt(),
                        event.accountId());
            case SecondFactorResetCancelled event -> clear(event.accountId(), writes);
            case SecondFactorsReset event -> {
                clear(event.accountId(), writes);
                takeOff(fact, event.accountId(), writes);
            }
            case LatchkeyEvent other -> {}
        }
    }

    private static void clear(String accountId, Writes writes) {
        writes.add(
                "update account_view set reset_id = null, reset_completes_at = null where account_id = ?", accountId);
    }

    private static void takeOff(Fact fact, String accountId, Writes writes) {
        writes.add(
                "update account_view set reenrolment_required = true, backup_set_id = null, backup_codes_left = 0,"
                        + " backup_codes_acknowledged = false,"
                        + " disabled = array_remove(array_remove(disabled, 'TOTP'), 'BACKUP_CODE') where account_id = ?",
                accountId);
        writes.add(
                "update authenticator_view set status = 'REMOVED', removed_at = ?"
                        + " where account_id = ? and status in ('ACTIVE', 'SUSPENDED', 'PENDING')",
                fact.at(),
                accountId);
        SessionView.endAll(fact, accountId, writes);
    }
}
