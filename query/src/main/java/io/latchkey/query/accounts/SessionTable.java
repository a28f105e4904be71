package io.latchkey.query.accounts;

import io.latchkey.command.Limits;
import io.latchkey.event.SessionKind;
import io.latchkey.query.model.Columns;
import io.latchkey.value.Factor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sessions as the clock sees them. */
final class SessionTable {

    private static final String LIVE = "(ended_at is null and expires_at > ? and (kind <> 'FULL' or seen_at > ?))";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    SessionTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    SessionState state(FindSessionState query) {
        var now = now();
        var live = jdbc.queryForList(
                "select " + LIVE + " from session_view where session_id = ?"
                        + " union all select false from erased_account where account_id = ?",
                Boolean.class,
                now,
                now.minus(Limits.SESSION_IDLE),
                query.sessionId(),
                query.accountId());
        if (live.isEmpty()) {
            return SessionState.UNKNOWN;
        }
        return live.contains(false) ? SessionState.ENDED : SessionState.LIVE;
    }

    List<SessionLine> ofAccount(String accountId) {
        var now = now();
        return jdbc.query(
                "select * from session_view where account_id = ? and " + LIVE + " order by started_at, session_id",
                SessionTable::line,
                accountId,
                now,
                now.minus(Limits.SESSION_IDLE));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static SessionLine line(ResultSet row, int number) throws SQLException {
        return new SessionLine(
                row.getString("session_id"),
                SessionKind.valueOf(row.getString("kind")),
                row.getInt("assurance"),
                Columns.words(row, "factors", Factor::valueOf),
                row.getString("device_id"),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "seen_at"),
                Columns.instant(row, "expires_at"));
    }
}
