package io.latchkey.query.recoveries;

import io.latchkey.command.Way;
import io.latchkey.event.AccountRecovered;
import io.latchkey.event.AssistedCredentialsChosen;
import io.latchkey.event.AssistedRecoveryCancelled;
import io.latchkey.event.AssistedRecoveryExpired;
import io.latchkey.event.AssistedRecoveryStarted;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.Reason;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Writes;
import io.latchkey.value.Factor;

/** The head of a case in which others help; what is proven shows whether one organizer can be enough. */
final class AssistedCases {

    private AssistedCases() {}

    static void project(Fact fact, Writes writes) {
        switch (fact.event()) {
            case AssistedRecoveryStarted event -> start(fact, event, writes);
            case AssistedCredentialsChosen event -> choose(event, writes);
            case AssistedRecoveryExpired event -> {
                writes.about(event.recoveryId());
                RecoveryModels.end(fact, event.recoveryId(), "EXPIRED", Reason.EXPIRED, writes);
            }
            case AssistedRecoveryCancelled event -> {
                writes.about(event.recoveryId());
                RecoveryModels.end(fact, event.recoveryId(), "CANCELLED", event.reason(), writes);
            }
            case AccountRecovered event -> {
                writes.about(event.recoveryId());
                writes.add(
                        "update recovery_view set status = 'COMPLETED', ended_at = ? where recovery_id = ?"
                                + " and way in ('ORGANIZER', 'TWO_ORGANIZERS', 'CONTACTS')",
                        fact.at(),
                        event.recoveryId());
            }
            case LatchkeyEvent other -> {}
        }
    }

    private static void start(Fact fact, AssistedRecoveryStarted event, Writes writes) {
        writes.about(event.recoveryId());
        writes.add(
                """
                insert into recovery_view (recovery_id, account_id, known, known_client, policy_version, status, proven,
                    started_at, expires_at, way)
                values (?, ?, true, false, ?, 'OPEN', '{}', ?, ?, ?)""",
                event.recoveryId(),
                event.accountId(),
                event.policyVersion(),
                fact.at(),
                event.expiresAt(),
                Way.TWO_ORGANIZERS);
    }

    private static void choose(AssistedCredentialsChosen event, Writes writes) {
        writes.about(event.recoveryId());
        writes.add(
                "update recovery_view set status = 'WAITING', proven = ?, way = ?, completes_at = ?, expires_at = ?"
                        + " where recovery_id = ?",
                event.factors(),
                event.factors().contains(Factor.PASSWORD) ? Way.ORGANIZER : Way.TWO_ORGANIZERS,
                event.completesAt(),
                event.expiresAt(),
                event.recoveryId());
    }
}
