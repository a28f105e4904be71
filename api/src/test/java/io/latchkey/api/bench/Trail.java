package io.latchkey.api.bench;

import io.latchkey.api.bench.Work.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pages of a trail that grows: the first one, and one from its older half. */
final class Trail {

    private static final String POSITIONS = """
            insert into trail_position (position, event_id)
            select last + number, gen_random_uuid() from generate_series(1, ?) number,
                (select coalesce(max(position), 0) as last from trail_position) given""";

    /** Ten records for each account, spread over the last ninety days. */
    private static final String RECORDS = """
            insert into audit_record (position, event_id, aggregate_id, sequence, at, type, account_id, actor, actor_role,
                outcome, reason, factor, details, correlation_id, client_key)
            select position, event_id, account, position, now() - interval '90 days' * (position * 7919 % 1000003 / 1000003.0),
                (array['SignInBegun', 'TotpAccepted', 'SessionStarted', 'SessionRefreshed', 'SignInRefused'])[1 + position % 5],
                account, account, 'holder', case position % 5 when 4 then 'REFUSED' else 'ACCEPTED' end,
                case position % 5 when 4 then 'WRONG_PROOF' end, 'TOTP', '{"assurance": 2, "signInId": "none"}',
                gen_random_uuid(), md5((position % 1000)::text)
            from (select *, md5((position / 10)::text)::uuid::text as account from trail_position) given
            where not exists (select 1 from audit_record held where held.position = given.position)""";

    private final Service service;
    private String token = "";

    Trail(Service service) {
        this.service = service;
        System.out.printf("%n%-4s %-34s %9s %9s %9s %9s%n", "con", "", "records", "per s", "p50 ms", "p99 ms");
    }

    /** Without the indexes meanwhile: they are quicker made than kept. */
    void grow(int records) throws Exception {
        try (var connection = service.database()) {
            connection.setAutoCommit(false);
            var indexes = indexes(connection);
            execute(
                    connection,
                    "drop index "
                            + String.join(
                                    ", ", indexes.stream().map(Index::name).toList()));
            try (var positions = connection.prepareStatement(POSITIONS)) {
                positions.setLong(1, records - count(connection));
                positions.executeUpdate();
            }
            execute(connection, RECORDS);
            for (var index : indexes) {
                execute(connection, index.definition);
            }
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "vacuum (analyze) audit_record");
        }
        renew();
    }

    /** No token lives as long as the measuring takes, and a new one is good when the read models know of it. */
    private void renew() throws Exception {
        token = World.staff(service);
        Thread.sleep(2000);
    }

    /** Each page that is read is recorded; what warming added is taken out again. */
    void warm(int rounds) throws Exception {
        long records;
        try (var connection = service.database()) {
            records = count(connection);
        }
        for (int round = 0; round < rounds; round++) {
            renew();
            for (var page : List.of(page("", ""), page("", "&after=" + deep()))) {
                try (var load = new Load(page, 8)) {
                    load.slice(Benchmark.WARM);
                }
            }
        }
        keep(records);
    }

    private void keep(long records) throws Exception {
        Thread.sleep(2000);
        try (var connection = service.database()) {
            execute(connection, "delete from audit_record where position > " + records);
            execute(connection, "delete from trail_position where position > " + records);
            execute(connection, "vacuum (full, analyze) audit_record");
            execute(connection, "vacuum (full, analyze) trail_position");
        }
    }

    void read(int connections, Duration time) throws Exception {
        for (var page : List.of(page("first page", ""), page("deep page", "&after=" + deep()))) {
            try (var load = new Load(page, connections);
                    var connection = service.database()) {
                load.slice(time.dividedBy(3));
                load.slice(time.dividedBy(3));
                System.out.printf(
                        Locale.ROOT,
                        "%-4d %-34s %9d %9.0f %9.2f %9.2f%n",
                        connections,
                        load.name(),
                        count(connection),
                        Duel.median(load.rates()),
                        load.millis(0.5),
                        load.millis(0.99));
            }
        }
    }

    private String deep() throws Exception {
        try (var wire = new Wire(service.port)) {
            return wire.get(
                            "/v1/audit/events?limit=50&to="
                                    + java.time.Instant.now().minus(Duration.ofDays(60)),
                            token)
                    .expect(200)
                    .json()
                    .path("next")
                    .asString();
        }
    }

    private Subject page(String name, String after) {
        return new Subject(name, () -> {
            var wire = new Wire(service.port);
            return () -> {
                wire.get("/v1/audit/events?limit=50" + after, token).expect(200);
                return true;
            };
        });
    }

    private record Index(String name, String definition) {}

    private static List<Index> indexes(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select indexname, indexdef from pg_indexes"
                        + " where indexname like 'audit_record_by%' or indexname like 'audit_record_follow%'")) {
            var indexes = new ArrayList<Index>();
            while (rows.next()) {
                indexes.add(new Index(rows.getString(1), rows.getString(2)));
            }
            return indexes;
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from audit_record")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
