package io.latchkey.query.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Statements sent in as few round trips as their order allows: those about one owner stay in order, those about different
 * owners touch different rows and may pass each other.
 */
public final class Writes {

    private record Write(String sql, @Nullable Object[] values) {}

    private final JdbcTemplate jdbc;
    private final Map<String, Deque<Write>> byOwner = new LinkedHashMap<>();
    private String owner = "";

    public Writes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is added from here on is about this owner. */
    public void about(String owner) {
        this.owner = owner;
    }

    public void add(String sql, @Nullable Object... values) {
        byOwner.computeIfAbsent(owner, key -> new ArrayDeque<>())
                .add(new Write(sql, Arrays.stream(values).map(Writes::stored).toArray()));
    }

    /** Each round sends, for every owner who has come to it, the statement that most of them have come to. */
    public void flush() {
        for (var sql = commonest(); sql.isPresent(); sql = commonest()) {
            var batch = new ArrayList<@Nullable Object[]>();
            for (var queue : byOwner.values()) {
                while (isNext(sql.get(), queue)) {
                    batch.add(queue.remove().values);
                }
            }
            jdbc.batchUpdate(sql.get(), batch);
        }
        byOwner.clear();
    }

    private Optional<String> commonest() {
        var waiting = new LinkedHashMap<String, Integer>();
        byOwner.values().stream()
                .filter(queue -> !queue.isEmpty())
                .forEach(queue -> waiting.merge(queue.element().sql, 1, Integer::sum));
        return waiting.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static boolean isNext(String sql, Deque<Write> queue) {
        return !queue.isEmpty() && queue.element().sql.equals(sql);
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
