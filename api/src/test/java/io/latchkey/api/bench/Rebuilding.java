package io.latchkey.api.bench;

import static io.latchkey.api.bench.Duel.median;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A full rebuild of the read models, warmed, in turn with its floor: reading all events and inserting a row for each. */
final class Rebuilding {

    private static final int WARMING = 4;
    private static final int TURNS = 3;
    private static final int BATCH = 1000;

    private final Service service;

    Rebuilding(Service service) {
        this.service = service;
    }

    void run() throws Exception {
        var token = World.staff(service);
        Thread.sleep(3000);
        for (int turn = 0; turn < WARMING; turn++) {
            rebuild(token);
        }
        var floors = new double[TURNS];
        var rebuilds = new double[TURNS];
        var ratios = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            floors[turn] = copy();
            rebuilds[turn] = rebuild(token);
            ratios[turn] = rebuilds[turn] / floors[turn];
        }
        Benchmark.print("floor: read and batched insert, events per s", median(floors));
        Benchmark.print("full rebuild, events per s", median(rebuilds));
        Benchmark.print("full rebuild, part of the floor's rate", median(ratios));
    }

    private double rebuild(String token) throws Exception {
        try (var wire = new Wire(service.port)) {
            var id = wire.post("/v1/security/replays", token, "{\"reason\":\"benchmark\"}")
                    .expect(202)
                    .json()
                    .path("replayId")
                    .asString();
            for (JsonNode state; ; Thread.sleep(100)) {
                state = wire.get("/v1/security/replays/" + id, token)
                        .expect(200)
                        .json();
                if (state.hasNonNull("endedAt")) {
                    return rate(state);
                }
            }
        }
    }

    private static double rate(JsonNode state) {
        if (!state.path("state").asString().equals("finished")
                || state.path("corrected").asLong() != 0) {
            throw new IllegalStateException("the rebuild ended as " + state);
        }
        var begun = Instant.parse(state.path("startedAt").asString());
        var ended = Instant.parse(state.path("endedAt").asString());
        return state.path("events").asLong() / (Duration.between(begun, ended).toMillis() / 1e3);
    }

    private double copy() throws Exception {
        try (var reading = service.database();
                var writing = service.database()) {
            reading.setAutoCommit(false);
            writing.setAutoCommit(false);
            try (var statement = writing.createStatement()) {
                statement.execute("create temp table copy (like domain_event_entry including all)");
            }
            long start = System.nanoTime();
            long events = copy(reading, writing);
            writing.commit();
            return events / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static long copy(Connection reading, Connection writing) throws SQLException {
        long events = 0;
        try (var select = reading.prepareStatement("select * from domain_event_entry order by global_index");
                var insert = writing.prepareStatement("insert into copy values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            select.setFetchSize(BATCH);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    for (int column = 1; column <= 10; column++) {
                        insert.setObject(column, rows.getObject(column));
                    }
                    insert.addBatch();
                    if (++events % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
            }
            insert.executeBatch();
        }
        return events;
    }
}
