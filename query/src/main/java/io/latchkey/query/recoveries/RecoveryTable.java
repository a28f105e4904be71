package io.latchkey.query.recoveries;

import io.latchkey.command.PolicyDocument;
import io.latchkey.command.Way;
import io.latchkey.query.model.Columns;
import io.latchkey.value.Factor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Recoveries as the clock sees them: one whose time is over has expired, even before that is on the trail. */
final class RecoveryTable {

    private final JdbcTemplate jdbc;
    private final PolicyDocument policy;
    private final Clock clock;

    RecoveryTable(JdbcTemplate jdbc, PolicyDocument policy, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.clock = clock;
    }

    Optional<RecoveryRow> find(String recoveryId) {
        return jdbc
                .query("select * from recovery_view where recovery_id = ?", (row, number) -> row(row), recoveryId)
                .stream()
                .findFirst();
    }

    /** Of recovery contacts who are so still. */
    int approvals(String recoveryId) {
        var count = jdbc.queryForObject(
                "select count(*) from contact_approval_view where recovery_id = ? and approved",
                Integer.class,
                recoveryId);
        return count == null ? 0 : count;
    }

    private RecoveryRow row(ResultSet row) throws SQLException {
        var expiresAt = Columns.instant(row, "expires_at");
        var stored = Status.valueOf(row.getString("status"));
        var way = Way.valueOf(row.getString("way"));
        boolean waits = stored == Status.WAITING && way == Way.DELAYED_RESET;
        boolean over = stored.runs() && !waits && !clock.instant().isBefore(expiresAt);
        var proven = Columns.words(row, "proven", Factor::valueOf);
        return new RecoveryRow(
                row.getString("recovery_id"),
                row.getString("account_id"),
                row.getBoolean("known"),
                row.getBoolean("known_client"),
                row.getString("policy_version"),
                over ? Status.EXPIRED : stored,
                proven,
                Columns.instant(row, "started_at"),
                expiresAt,
                Columns.maybe(row, "ended_at"),
                row.getString("end_reason"),
                way,
                Columns.maybe(row, "completes_at"),
                policy.rule(way).missing(proven));
    }
}
