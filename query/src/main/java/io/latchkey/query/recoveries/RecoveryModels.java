package io.latchkey.query.recoveries;

import io.latchkey.event.*;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Projection;
import io.latchkey.query.model.Writes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The head of each case file; its steps are on the trail. Nothing in it is personal, so an erasure leaves it. */
public final class RecoveryModels implements Projection {

    private final JdbcTemplate jdbc;

    public RecoveryModels(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void project(List<Fact> facts) {
        var writes = new Writes(jdbc);
        for (var fact : facts) {
            writes.about(fact.aggregateId());
            project(fact, writes);
            ResetCases.project(fact, writes);
            AssistedCases.project(fact, writes);
            ContactCases.project(fact, writes);
        }
        writes.flush();
    }

    @Override
    public void forget() {
        jdbc.execute("truncate recovery_view");
    }

    private static void project(Fact fact, Writes writes) {
        switch (fact.event()) {
            case RecoveryStarted event -> start(fact, event, writes);
            case RecoveryProofAccepted event ->
                writes.add(
                        "update recovery_view set proven = array_append(array_remove(proven, ?), ?)"
                                + " where recovery_id = ?",
                        event.factor(),
                        event.factor(),
                        event.recoveryId());
            case RecoveryCompleted event -> end(fact, event.recoveryId(), "COMPLETED", null, writes);
            case RecoveryExpired event -> end(fact, event.recoveryId(), "EXPIRED", Reason.EXPIRED, writes);
            case RecoveryCancelled event -> end(fact, event.recoveryId(), "CANCELLED", event.reason(), writes);
            case LatchkeyEvent other -> {}
        }
    }

    private static void start(Fact fact, RecoveryStarted event, Writes writes) {
        writes.add(
                """
                insert into recovery_view (recovery_id, account_id, known, known_client, policy_version, status, proven,
                    started_at, expires_at)
                values (?, ?, ?, ?, ?, 'OPEN', '{}', ?, ?)""",
                event.recoveryId(),
                event.accountId(),
                event.known(),
                event.knownClient(),
                event.policyVersion(),
                fact.at(),
                event.expiresAt());
    }

    static void end(Fact fact, String recoveryId, String status, @Nullable Reason reason, Writes writes) {
        writes.add(
                "update recovery_view set status = ?, end_reason = ?, ended_at = ? where recovery_id = ?",
                status,
                reason,
                fact.at(),
                recoveryId);
    }
}
