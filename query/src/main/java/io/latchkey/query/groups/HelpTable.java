package io.latchkey.query.groups;

import io.latchkey.query.model.Columns;
import io.latchkey.query.model.Unsealed;
import io.latchkey.query.recoveries.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whom a group helps back in, newest first. */
final class HelpTable {

    private static final String LATEST = """
            select g.*, r.status, r.expires_at, r.completes_at,
                array(select c.account_id from group_consent_view c where c.recovery_id = g.recovery_id
                    order by c.consent_id) consents
            from group_recovery_view g join recovery_view r using (recovery_id)
            where g.group_id = ? order by g.begun_at desc, g.recovery_id limit 50""";

    private static final String OWN = """
            select g.recovery_id, g.group_id, r.expires_at, r.completes_at
            from group_recovery_view g join recovery_view r using (recovery_id)
            where g.account_id = ? and r.status in ('OPEN', 'WAITING') and r.expires_at > ? order by g.recovery_id""";

    private final JdbcTemplate jdbc;
    private final Unsealed unsealed;
    private final Clock clock;

    HelpTable(JdbcTemplate jdbc, Unsealed unsealed, Clock clock) {
        this.jdbc = jdbc;
        this.unsealed = unsealed;
        this.clock = clock;
    }

    List<HelpLine> latest(String groupId) {
        return jdbc.query(LATEST, (row, number) -> line(row), groupId);
    }

    List<OwnHelpLine> of(String accountId) {
        return jdbc.query(
                OWN,
                (row, number) -> new OwnHelpLine(
                        row.getString("recovery_id"),
                        row.getString("group_id"),
                        Columns.instant(row, "expires_at"),
                        Columns.maybe(row, "completes_at")),
                accountId,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    private HelpLine line(ResultSet row) throws SQLException {
        var id = row.getString("recovery_id");
        var expiresAt = Columns.instant(row, "expires_at");
        var stored = Status.valueOf(row.getString("status"));
        boolean over = stored.runs() && !clock.instant().isBefore(expiresAt);
        return new HelpLine(
                id,
                row.getString("account_id"),
                row.getString("begun_by"),
                unsealed.text("GroupRecoveryBegun/note/" + id, row.getString("sealed_note")),
                Columns.words(row, "consents", consent -> consent),
                over ? Status.EXPIRED : stored,
                expiresAt,
                Columns.maybe(row, "completes_at"));
    }
}
