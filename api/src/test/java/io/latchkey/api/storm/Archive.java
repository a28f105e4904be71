package io.latchkey.api.storm;

import io.latchkey.api.journey.Client;
import io.latchkey.api.storm.Evidence.Fact;
import io.latchkey.api.storm.Evidence.Letter;
import io.latchkey.api.storm.Evidence.Line;
import io.latchkey.api.storm.Evidence.Mail;
import io.latchkey.api.storm.Evidence.Rebuilt;
import io.latchkey.event.Origin;
import io.latchkey.secret.KeyRing;
import io.latchkey.secret.Sealer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the evidence from the database, the data directory and the history. */
public class Archive {

    /** The time of the service, which may have been put ahead of the database's. */
    static final String NOW = "(now() + coalesce((select ahead from installation), interval '0'))";

    /** What the readers of the events are allowed. */
    private static final Duration TO_CATCH_UP = Duration.ofSeconds(30);

    private static final String AGO = " - interval '30 seconds'";
    private static final String PACKAGE = "io.latchkey.event.";
    private static final Map<String, String> LEFT_OVER = Map.of(
            "transaction left open",
                    "select pid::text from pg_stat_activity"
                            + " where state like 'idle in transaction%' and state_change < now()" + AGO,
            "lock left held", "select pid::text from pg_locks where locktype = 'advisory'",
            "task left picked",
                    "select task_name from scheduled_tasks where picked and last_heartbeat < " + NOW
                            + " - interval '60 seconds'",
            "segment left claimed",
                    "select processor_name from token_entry where owner is not null and time_stamp::timestamptz < "
                            + NOW + AGO,
            "dead letter", "select event_identifier from dead_letter_entry");

    private final JdbcClient jdbc;
    private final TransactionTemplate moment;
    private final Sealer sealer;
    private final Path data;

    public Archive(DataSource database, Path data) {
        this.jdbc = JdbcClient.create(database);
        this.moment = new TransactionTemplate(new DataSourceTransactionManager(database));
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.sealer = new Sealer(jdbc, TransactionOperations.withoutTransaction(), keys(data), Clock.systemUTC());
        this.data = data;
    }

    /** All of it as it was at one moment, by which every reader had seen every event, if there is one in the time allowed. */
    public Evidence read(History history) {
        long end = System.nanoTime() + TO_CATCH_UP.toNanos();
        for (; ; Client.pause(100)) {
            boolean last = System.nanoTime() >= end;
            var evidence = moment.execute(now -> {
                var behind = behind();
                return behind.isEmpty() || last ? read(history, behind) : null;
            });
            if (evidence != null) {
                return evidence;
            }
        }
    }

    private Evidence read(History history, List<String> behind) {
        return new Evidence(
                jdbc.sql("select " + NOW).query(OffsetDateTime.class).single().toInstant(),
                history.told(),
                facts(),
                trail(),
                throttled(),
                outbox(),
                letters(),
                rebuilds(),
                behind,
                leftOver(),
                places());
    }

    List<Fact> facts() {
        return jdbc.sql("select * from domain_event_entry order by global_index")
                .query((row, number) -> fact(row))
                .list();
    }

    private Fact fact(ResultSet row) throws SQLException {
        var type = row.getString("payload_type");
        return new Fact(
                row.getString("event_identifier"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                name(type),
                Instant.parse(row.getString("time_stamp")),
                Client.JSON.readTree(row.getBytes("payload")),
                operation(Client.JSON
                        .readTree(row.getBytes("meta_data"))
                        .path(Origin.AGENT)
                        .asString("")));
    }

    static String name(String type) {
        return type.startsWith(PACKAGE) ? type.substring(PACKAGE.length()) : type;
    }

    /** A client tells it as its User-Agent. */
    final String operation(String agent) {
        return agent.isEmpty()
                ? ""
                : sealer.open("Origin/" + Origin.AGENT, agent).orElse("");
    }

    private List<Line> trail() {
        return jdbc.sql(
                        "select event_id, aggregate_id as aggregate, sequence, type from audit_record order by position")
                .query(Line.class)
                .list();
    }

    /** Attempts that were not looked at are counted apart, and later told by an event a minute. */
    long throttled() {
        return jdbc.sql("""
                        select (select coalesce(sum(attempts), 0) from throttled_attempt)
                            + (select coalesce(sum((convert_from(payload, 'UTF8')::jsonb ->> 'count')::bigint), 0)
                               from domain_event_entry where payload_type like '%.AttemptsThrottled')""").query(Long.class).single();
    }

    private List<Mail> outbox() {
        return jdbc.sql("select * from outbox")
                .query((row, number) -> new Mail(
                        row.getString("mail_id"),
                        row.getString("kind"),
                        row.getString("state"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<Letter> letters() {
        return files("mail").stream().map(Archive::letter).toList();
    }

    private static Letter letter(Path file) {
        var text = text(file);
        return new Letter(file.getFileName().toString(), header(text, "Message-ID: "), header(text, "Subject: "));
    }

    private static String header(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElse("");
    }

    private List<Rebuilt> rebuilds() {
        return jdbc.sql("select replay_id as id, state, corrected from replay")
                .query(Rebuilt.class)
                .list();
    }

    /** Which processors have not seen the last event, or have passed over one. */
    public List<String> behind() {
        return jdbc.sql("""
                        select processor_name || '/' || segment || ' at ' || place
                        from token_entry t, lateral (select convert_from(t.token, 'UTF8')::jsonb as place) read
                        where processor_name <> '__config'
                            and ((place ->> 'index')::bigint < (select max(global_index) from domain_event_entry)
                                or exists (select from jsonb_array_elements_text(place -> 'gaps') gap
                                    join domain_event_entry e on e.global_index = gap::bigint))""").query(String.class).list();
    }

    private List<String> leftOver() {
        var found = new ArrayList<String>();
        LEFT_OVER.forEach((what, sql) ->
                jdbc.sql(sql).query(String.class).list().forEach(which -> found.add(what + ": " + which)));
        files("mail").stream()
                .filter(file -> file.toString().endsWith(".tmp") && isOld(file))
                .forEach(file -> found.add("draft: " + file.getFileName()));
        return found;
    }

    /** The mail of a killed node is taken up again when that node has been silent for twenty seconds. */
    private static boolean isOld(Path file) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(Instant.now().minusSeconds(60));
        } catch (IOException gone) {
            return false;
        }
    }

    Map<String, String> places() {
        var places = new HashMap<String, String>();
        columns().forEach((table, columns) -> places.put("table " + table, rows(table, columns)));
        files("").stream()
                .filter(file -> file.toString().endsWith(".log"))
                .forEach(file -> places.put("log " + file.getFileName(), text(file)));
        return places;
    }

    /** What makes a text of each column of each table. */
    private Map<String, String> columns() {
        return jdbc.sql("""
                        select table_name, string_agg(case when data_type = 'bytea' then
                            'encode(' || column_name || ', ''escape'')' else column_name || '::text' end, ', ')
                        from information_schema.columns
                        where table_schema = 'public' and table_name in (select tablename from pg_tables)
                        group by table_name""").query((row, number) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String rows(String table, String columns) {
        return String.join(
                "\n",
                jdbc.sql("select concat_ws(' ', " + columns + ") from " + table)
                        .query(String.class)
                        .list());
    }

    private List<Path> files(String directory) {
        var where = data.resolve(directory);
        if (Files.notExists(where)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(where)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file may be replaced while it is looked for. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }

    private static KeyRing keys(Path data) {
        var keys = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("keys.properties"))) {
            keys.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return KeyRing.from(keys::getProperty);
    }
}
