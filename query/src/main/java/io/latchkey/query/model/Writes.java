package io.latchkey.query.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Statements kept in order and sent in as few round trips as the order allows. */
public final class Writes {

    private record Write(String sql, List<@Nullable Object> values) {}

    private final JdbcTemplate jdbc;
    private final List<Write> writes = new ArrayList<>();

    public Writes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String sql, @Nullable Object... values) {
        var stored = new ArrayList<@Nullable Object>();
        for (var value : values) {
            stored.add(stored(value));
        }
        writes.add(new Write(sql, stored));
    }

    public void flush() {
        int from = 0;
        while (from < writes.size()) {
            int to = from + 1;
            var sql = writes.get(from).sql;
            while (to < writes.size() && writes.get(to).sql.equals(sql)) {
                to++;
            }
            jdbc.batchUpdate(
                    sql,
                    writes.subList(from, to).stream()
                            .map(write -> write.values.toArray())
                            .toList());
            from = to;
        }
        writes.clear();
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case Enum<?> word -> word.name();
            case List<?> many -> many.stream().map(String::valueOf).toArray(String[]::new);
            case Object other -> other;
        };
    }
}
