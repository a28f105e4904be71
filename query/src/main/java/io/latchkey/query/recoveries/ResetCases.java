package io.latchkey.query.recoveries;

import io.latchkey.command.Way;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.Reason;
import io.latchkey.event.SecondFactorResetCancelled;
import io.latchkey.event.SecondFactorResetExpired;
import io.latchkey.event.SecondFactorResetScheduled;
import io.latchkey.event.SecondFactorResetStarted;
import io.latchkey.event.SecondFactorsReset;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Writes;
import io.latchkey.value.Factor;

/** The head of a case that takes the second factors off after a waiting period. */
final class ResetCases {

    private ResetCases() {}

    static void project(Fact fact, Writes writes) {
        switch (fact.event()) {
            case SecondFactorResetStarted event -> start(fact, event, writes);
            case SecondFactorResetScheduled event ->
                writes.add(
                        "update recovery_view set status = 'WAITING', proven = array_append(proven, ?),"
                                + " completes_at = ?, expires_at = ? where recovery_id = ?",
                        Factor.EMAIL_CODE,
                        event.completesAt(),
                        event.completesAt(),
                        event.recoveryId());
            case SecondFactorResetExpired event ->
                RecoveryModels.end(fact, event.recoveryId(), "EXPIRED", Reason.EXPIRED, writes);
            case SecondFactorResetCancelled event ->
                RecoveryModels.end(fact, event.recoveryId(), "CANCELLED", event.reason(), writes);
            case SecondFactorsReset event -> RecoveryModels.end(fact, event.recoveryId(), "COMPLETED", null, writes);
            case LatchkeyEvent other -> {}
        }
    }

    private static void start(Fact fact, SecondFactorResetStarted event, Writes writes) {
        writes.add(
                """
                insert into recovery_view (recovery_id, account_id, known, known_client, policy_version, status, proven,
                    started_at, expires_at, way)
                values (?, ?, true, ?, ?, 'OPEN', array[?], ?, ?, ?)""",
                event.recoveryId(),
                event.accountId(),
                event.knownClient(),
                event.policyVersion(),
                Factor.PASSWORD,
                fact.at(),
                event.expiresAt(),
                Way.DELAYED_RESET);
    }
}
