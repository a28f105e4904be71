package io.latchkey.query.audit;

import static java.util.stream.Collectors.joining;

import io.latchkey.event.Origin;
import io.latchkey.query.catalogue.Catalogue;
import io.latchkey.query.model.Fact;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes lines of the trail, however many in one statement: of each column it sends one array. */
final class TrailWriter {

    /** One event at its place; of a forgotten one neither client address nor agent is kept. */
    record Line(long position, Fact fact, boolean forgotten) {

        private @Nullable String client(String key) {
            return forgotten ? null : fact.origin(key);
        }
    }

    private record Column(String name, String type, Function<Line, @Nullable String> value) {

        static Column text(String name, Function<Line, @Nullable String> value) {
            return new Column(name, "text", value);
        }

        @Nullable
        String[] of(List<Line> lines) {
            return lines.stream().map(value).toArray(String[]::new);
        }
    }

    private static final List<Column> COLUMNS = List.of(
            new Column("position", "bigint", line -> Long.toString(line.position)),
            Column.text("event_id", line -> line.fact.eventId()),
            Column.text("aggregate_id", line -> line.fact.aggregateId()),
            new Column("sequence", "bigint", line -> Long.toString(line.fact.sequence())),
            new Column("at", "timestamptz", line -> line.fact.at().toString()),
            Column.text("type", line -> line.fact.event().getClass().getSimpleName()),
            Column.text("account_id", line -> line.fact.accountId()),
            Column.text("recovery_id", line -> Details.text(line.fact.event(), "recoveryId")),
            Column.text("actor", line -> actor(line.fact)),
            Column.text("actor_role", line -> actorRole(line.fact)),
            Column.text(
                    "outcome", line -> Catalogue.of(line.fact.event()).outcome().name()),
            Column.text("reason", line -> Details.word(line.fact.event(), "reason")),
            Column.text("factor", line -> Details.word(line.fact.event(), "factor")),
            new Column("details", "jsonb", line -> Details.json(line.fact.event())),
            Column.text("correlation_id", line -> line.fact.origin(Origin.CORRELATION_ID)),
            Column.text("client_key", line -> line.fact.origin(Origin.CLIENT_KEY)),
            Column.text("sealed_client", line -> line.client(Origin.CLIENT)),
            Column.text("sealed_agent", line -> line.client(Origin.AGENT)),
            Column.text("policy_version", line -> Details.text(line.fact.event(), "policyVersion")));

    private static final String APPEND = "insert into audit_record (%s) select %s from unnest(%s) as lines (%s)"
            .formatted(
                    each(Column::name),
                    each(column -> "%s::%s".formatted(column.name, column.type)),
                    each(column -> "?"),
                    each(Column::name));

    private final JdbcTemplate jdbc;

    TrailWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void append(List<Line> lines) {
        if (!lines.isEmpty()) {
            jdbc.update(APPEND, COLUMNS.stream().map(column -> column.of(lines)).toArray());
        }
    }

    /** Who did it: an account, or the system where nobody is named. */
    static String actor(Fact fact) {
        return Objects.requireNonNullElse(fact.origin(Origin.ACTOR), "system");
    }

    static String actorRole(Fact fact) {
        return Objects.requireNonNullElse(fact.origin(Origin.ACTOR_ROLE), "system");
    }

    private static String each(Function<Column, String> text) {
        return COLUMNS.stream().map(text).collect(joining(", "));
    }
}
