package io.latchkey.query.replay;

import io.latchkey.query.model.Columns;
import io.latchkey.query.replay.ReplayProgress.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rebuilds there were, and the one there is. */
final class ReplayTable {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ReplayTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Called by the only one that may run: whatever else is said to run was interrupted. */
    void begin(String replayId, String requestedBy, String reason) {
        jdbc.update("update replay set state = 'INTERRUPTED', ended_at = updated_at where state = 'RUNNING'");
        jdbc.update("""
                insert into replay (replay_id, requested_by, reason, state, events, of_events, corrected, started_at,
                    updated_at)
                values (?, ?, ?, 'RUNNING', 0, (select coalesce(max(position), 0) from trail_position), 0, ?, ?)""", replayId, requestedBy, reason, now(), now());
    }

    /** How many events the live trail has. */
    long events() {
        var last = jdbc.queryForObject("select coalesce(max(position), 0) from trail_position", Long.class);
        return last == null ? 0 : last;
    }

    void advance(String replayId, long events) {
        jdbc.update(
                "update replay set events = ?, of_events = greatest(of_events, ?), updated_at = ? where replay_id = ?",
                events,
                events,
                now(),
                replayId);
    }

    void finish(String replayId, long events, long corrected) {
        advance(replayId, events);
        jdbc.update(
                "update replay set state = 'FINISHED', of_events = events, corrected = ?, ended_at = ?"
                        + " where replay_id = ?",
                corrected,
                now(),
                replayId);
    }

    void fail(String replayId) {
        jdbc.update("update replay set state = 'FAILED', ended_at = ? where replay_id = ?", now(), replayId);
    }

    /** A rebuild without its lock runs no more. */
    @Nullable
    ReplayProgress find(String replayId) {
        return jdbc
                .query(
                        "select *, state = 'RUNNING' and not " + Turn.IS_TAKEN
                                + " as broken_off from replay where replay_id = ?",
                        (row, number) -> progress(row),
                        replayId)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ReplayProgress progress(ResultSet row) throws SQLException {
        return new ReplayProgress(
                row.getString("replay_id"),
                row.getString("requested_by"),
                row.getString("reason"),
                row.getBoolean("broken_off") ? State.INTERRUPTED : State.valueOf(row.getString("state")),
                row.getLong("events"),
                row.getLong("of_events"),
                row.getLong("corrected"),
                Columns.instant(row, "started_at"),
                Columns.maybe(row, "ended_at"));
    }
}
