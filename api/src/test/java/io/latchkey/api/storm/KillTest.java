package io.latchkey.api.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client;
import io.latchkey.api.journey.Client.Answer;
import io.latchkey.api.journey.Holder;
import io.latchkey.api.storm.History.Fault;
import io.latchkey.api.storm.History.Probe;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Killed at any moment, the service and its database come up by themselves, and all that was told to anybody is still true. */
@Execution(ExecutionMode.CONCURRENT)
class KillTest {

    private static final int ROUNDS = 15;
    private static final int NAMED = 7;

    /** Each time all that was told since the beginning is looked at. */
    private static final int ROUNDS_TO_A_CHECK = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path scratch;

    private final Storm storm = new Storm("kills", ROUNDS);
    private final ReadWriteLock quiet = new ReentrantReadWriteLock(true);
    private int violations;
    private Path data;
    private History history;
    private Nodes nodes;
    private Kills kills;

    @Test
    void what_anybody_was_told_stays_true_however_the_service_and_its_database_are_killed() throws Exception {
        data = scratch.resolve("data");
        history = new History(scratch.resolve("history.jsonl"));
        try (var running = new Nodes(data, scratch)) {
            nodes = running;
            kills = new Kills(nodes, new Random(storm.seed));
            rounds();
            assertThat(kills.reached).hasSizeGreaterThanOrEqualTo(NAMED);
        } finally {
            storm.end(violations);
        }
    }

    private void rounds() throws Exception {
        var client = gated();
        var security = Holder.protectedOne(client);
        security.becomeStaff(nodes.first().process().bootstrapToken());
        try (var load = new Load(client, storm.seed)) {
            while (storm.goesOn()) {
                round(storm.next(), load, security);
            }
            assertThat(load.surprises()).isEmpty();
        }
    }

    private void round(int number, Load load, Holder security) throws Exception {
        var begun = System.nanoTime();
        var fault = kills.next(number);
        history.add(fault);
        long killed = System.nanoTime();
        probe(load);
        long back = System.nanoTime();
        if (number % ROUNDS_TO_A_CHECK == ROUNDS_TO_A_CHECK - 1 || !storm.goesOn()) {
            checkInQuiet(number, fault, security);
        }
        System.out.printf(
                "round %d: %s, ready after %d ms; %d ms in all, of which %d for a way back, %d for the check%n",
                number,
                fault.what(),
                fault.readyAfterMillis(),
                millis(begun, System.nanoTime()),
                millis(killed, back),
                millis(back, System.nanoTime()));
    }

    private void checkInQuiet(int number, Fault fault, Holder security) throws Exception {
        quiet.writeLock().lock();
        try {
            rebuild(security);
            check(number, fault);
        } finally {
            quiet.writeLock().unlock();
        }
    }

    private void probe(Load load) {
        var why = load.probe();
        for (int again = 0; again < 2 && !why.isEmpty(); again++) {
            why = load.probe();
        }
        history.add(new Probe(Instant.now(), why.isEmpty(), why));
    }

    /** What is wrong once the read models have had the time they are allowed. */
    private void check(int number, Fault fault) throws Exception {
        var found = Checker.check(new Archive(nodes.database, data).read(history));
        violations += found.size();
        assertThat(found).as("seed %d, round %d, %s", storm.seed, number, fault).isEmpty();
    }

    private void rebuild(Holder security) {
        security.signInWithBackupCode().expect(200);
        security.replaceBackupCodes();
        var id = security.client
                .post("/v1/security/replays", security.access, Map.of("reason", "after a kill"))
                .expect(202)
                .text("replayId");
        var state = "running";
        for (int i = 0; i < 300 && state.equals("running"); i++) {
            Client.pause(100);
            state = security.client
                    .get("/v1/security/replays/" + id, security.access)
                    .expect(200)
                    .text("state");
        }
        assertThat(state).isEqualTo("finished");
    }

    /** Nothing is on its way while the evidence is read. */
    private Witness gated() {
        return new Witness(nodes.uris(), history, PATIENCE, answer -> kills.answers.release()) {
            @Override
            public Answer send(String method, String path, String token, String body, String key) {
                while (nodes.starting()) {
                    Client.pause(20);
                }
                quiet.readLock().lock();
                try {
                    return super.send(method, path, token, body, key);
                } finally {
                    quiet.readLock().unlock();
                }
            }
        };
    }

    private static long millis(long from, long to) {
        return TimeUnit.NANOSECONDS.toMillis(to - from);
    }
}
