package io.latchkey.query.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads lines by key, never by counting: a page costs the same wherever it is. */
final class TrailTable {

    private static final int HOLE = 1000;

    private final JdbcTemplate jdbc;

    TrailTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<TrailRow> newestFirst(
            TrailFilter filter,
            @Nullable Instant from,
            @Nullable Instant to,
            Cursor.@Nullable Before before,
            int rows) {
        var asked = new Asked(filter);
        asked.and("at >= ?", from);
        asked.and("at < ?", to);
        if (before != null) {
            asked.and("(at, position) < (?, ?)", before.at());
            asked.values.add(before.position());
        }
        return asked.rows(jdbc, "order by at desc, position desc", rows);
    }

    List<TrailRow> following(TrailFilter filter, @Nullable Instant from, long after, long upTo, int rows) {
        var asked = new Asked(filter);
        asked.and("position > ?", after);
        asked.and("position <= ?", upTo);
        asked.and("at >= ?", from);
        return asked.rows(jdbc, "order by position", rows);
    }

    /** The last place up to which nothing is missing, or -1 while the trail is being written anew. */
    long head() {
        var head = jdbc.queryForObject("""
                select case when recent = least(last, ?) then last else -1 end
                from (select coalesce(max(position), 0) as last from trail_position) given,
                    lateral (select count(*) as recent from audit_record where position > last - ?) kept""", Long.class, HOLE, HOLE);
        return head == null ? -1 : head;
    }

    boolean holds(String aggregateId, long sequence) {
        return !jdbc.queryForList(
                        "select 1 from audit_record where aggregate_id = ? and sequence = ?",
                        Integer.class,
                        aggregateId,
                        sequence)
                .isEmpty();
    }

    private static final class Asked {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Asked(TrailFilter filter) {
            and("account_id = ?", filter.account());
            and("recovery_id = ?", filter.recovery());
            and("actor = ?", filter.actor());
            and("type = ?", filter.type());
            and("outcome = ?", filter.outcome());
            and("reason = ?", filter.reason());
            and("client_key = ?", filter.clientKey());
            and("correlation_id = ?", filter.correlation());
        }

        void and(String condition, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                values.add(value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
            }
        }

        List<TrailRow> rows(JdbcTemplate jdbc, String order, int rows) {
            var where = conditions.isEmpty() ? " " : " where " + String.join(" and ", conditions) + " ";
            values.add(rows);
            return jdbc.query(TrailRow.SELECT + where + order + " limit ?", TrailRow::of, values.toArray());
        }
    }
}
