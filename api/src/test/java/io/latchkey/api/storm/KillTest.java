package io.latchkey.api.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client;
import io.latchkey.api.journey.Client.Answer;
import io.latchkey.api.journey.Holder;
import io.latchkey.api.journey.ServiceProcess;
import io.latchkey.api.storm.History.Fault;
import io.latchkey.api.storm.History.Probe;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Killed at any moment, the service and its database come up by themselves, and all that was told to anybody is still true. */
@Tag("storm")
class KillTest {

    private static final int ROUNDS = 15;
    private static final int NAMED = 7;

    /** A machine that is slow at the first start, of which everything is new, may be as slow at the others. */
    private static final long READY_MILLIS = 30_000;

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path scratch;

    private final Storm storm = new Storm("kills", ROUNDS);
    private final Random random = new Random(storm.seed);
    private final ReadWriteLock quiet = new ReentrantReadWriteLock(true);
    private final Set<Moment> reached = EnumSet.noneOf(Moment.class);
    private final List<Violation> found = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private Path data;
    private History history;
    private long allowed;
    private PGSimpleDataSource database;
    /** While a node starts, the others have had their share of the load. */
    private volatile boolean calm;

    private final Semaphore answers = new Semaphore(0);

    @Test
    void what_anybody_was_told_stays_true_however_the_service_and_its_database_are_killed() throws Exception {
        data = scratch.resolve("data");
        var begun = System.nanoTime();
        history = new History(scratch.resolve("history.jsonl"));
        nodes.add(new Node("first", data, scratch, List.of()));
        allowed = Math.max(READY_MILLIS, (System.nanoTime() - begun) / 1_000_000 * 3);
        database = Checker.database(data);
        nodes.add(new Node(
                "second",
                data,
                scratch,
                List.of(
                        "--latchkey.database.url=" + database.getURL(),
                        "--latchkey.database.username=latchkey",
                        "--latchkey.database.password=" + database.getPassword(),
                        "--latchkey.base-url=" + nodes.getFirst().uri())));
        var security = Holder.protectedOne(witness());
        security.becomeStaff(nodes.getFirst().process().bootstrapToken());
        try (var load = new Load(gated(), storm.seed)) {
            while (storm.goesOn()) {
                round(storm.next(), load, security);
            }
            assertThat(load.surprises()).isEmpty();
            assertThat(reached).hasSizeGreaterThanOrEqualTo(NAMED);
        } finally {
            storm.end(found.size());
            nodes.forEach(Node::close);
        }
    }

    private void round(int number, Load load, Holder security) throws Exception {
        var begun = System.nanoTime();
        var what = number % 2 == 0 ? atRandom(number / 2) : atNamed(number / 2);
        System.out.printf("round %d: %s, ready after %d ms%n", number, what.what(), what.readyAfterMillis());
        history.add(what);
        var why = load.probe();
        for (int again = 0; again < 2 && !why.isEmpty(); again++) {
            why = load.probe();
        }
        history.add(new Probe(Instant.now(), why.isEmpty(), why));
        quiet.writeLock().lock();
        try {
            if (number % 5 == 4) {
                rebuild(security);
            }
            found.addAll(violations());
            assertThat(found)
                    .as("seed %d, round %d, %s", storm.seed, number, what)
                    .isEmpty();
        } finally {
            quiet.writeLock().unlock();
        }
        System.out.printf("round %d took %d ms%n", number, (System.nanoTime() - begun) / 1_000_000);
    }

    private Fault atRandom(int number) throws Exception {
        Client.pause(200 + random.nextInt(800));
        if (number % 4 == 3) {
            answers.drainPermits();
            assertThat(answers.tryAcquire(60, TimeUnit.SECONDS)).as("an answer").isTrue();
        }
        return switch (number % 4) {
            case 0 -> kill("second", List.of(nodes.getLast()), false);
            case 1 -> kill("PostgreSQL", List.of(), true);
            case 2 -> kill("first", List.of(nodes.getFirst()), false);
            default -> kill("first and PostgreSQL after an answer", List.of(nodes.getFirst()), true);
        };
    }

    /** The node, its database, or both; each time the list of moments is over, another of them. */
    private Fault atNamed(int number) throws Exception {
        var moments = Moment.values();
        var moment = moments[number % moments.length];
        nodes.forEach(node -> node.arm(moment));
        var victim = awaitReached(moment);
        reached.add(moment);
        return switch ((number + number / moments.length) % 3) {
            case 0 -> kill(moment + " PostgreSQL", List.of(), true);
            case 1 -> kill(moment + " node", List.of(victim), false);
            default -> kill(moment + " node and PostgreSQL", List.of(victim), true);
        };
    }

    private Node awaitReached(Moment moment) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            if (moment == Moment.DEADLINE_DUE) {
                JdbcClient.create(database).sql("""
                                update scheduled_tasks set execution_time = now() where task_instance =
                                    (select max(task_instance) from scheduled_tasks where task_name = 'expire-recovery' and not picked)""").update();
            }
            for (var node : nodes) {
                if (node.reached(moment)) {
                    return node;
                }
            }
            Client.pause(20);
        }
        throw new AssertionError("the moment was never reached: " + moment);
    }

    private Fault kill(String what, List<Node> victims, boolean databaseToo) throws Exception {
        var at = Instant.now();
        if (databaseToo) {
            ServiceProcess.killPostgres(data);
        }
        victims.forEach(Node::kill);
        nodes.forEach(Node::release);
        Client.pause(500);
        calm = true;
        try {
            victims.forEach(Node::startAgain);
            nodes.forEach(node -> node.process().ready());
        } finally {
            calm = false;
        }
        return new Fault(what, at, Duration.between(at, Instant.now()).toMillis(), allowed);
    }

    /** What is wrong once the read models have had the time they are allowed. */
    private List<Violation> violations() throws Exception {
        var archive = new Archive(database, data);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!archive.behind().isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return Checker.check(archive.read(history));
    }

    private void rebuild(Holder security) {
        security.signInWithBackupCode().expect(200);
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

    private List<URI> uris() {
        return nodes.stream().map(Node::uri).toList();
    }

    /** Nothing is on its way while the evidence is read. */
    private Witness gated() {
        return new Witness(uris(), history, PATIENCE, answer -> answers.release()) {
            @Override
            public Answer send(String method, String path, String token, String body, String key) {
                while (calm) {
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

    private Witness witness() {
        return new Witness(uris(), history, PATIENCE, answer -> {});
    }
}
