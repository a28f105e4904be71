package io.latchkey.api.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.AxonServer;
import io.latchkey.api.journey.Client;
import io.latchkey.api.journey.Client.Answer;
import io.latchkey.api.journey.Holder;
import io.latchkey.api.journey.ServiceProcess;
import io.latchkey.api.storm.History.Fault;
import io.latchkey.api.storm.History.Probe;
import io.latchkey.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** One node speaks, another decides, and any of them, Axon Server or PostgreSQL is killed: all that was told is still true. */
@Tag("storm")
class AxonServerKillTest {

    private static final int ROUNDS = 2 * ServerMoment.values().length;
    private static final long READY_MILLIS = 45_000;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path scratch;

    private final Storm storm = new Storm("kills on Axon Server", ROUNDS);
    private final Random random = new Random(storm.seed);
    private final ReadWriteLock quiet = new ReentrantReadWriteLock(true);
    private final List<Violation> found = new ArrayList<>();
    private Path data;
    private History history;
    private AxonServer axonServer;
    private EmbeddedPostgres postgres;
    private Node decider;
    private Node speaker;
    /** While a node starts, the others have had their share of the load. */
    private volatile boolean calm;

    @Test
    void what_anybody_was_told_stays_true_however_nodes_axon_server_and_database_are_killed() throws Exception {
        data = scratch.resolve("data");
        history = new History(scratch.resolve("history.jsonl"));
        axonServer = new AxonServer(AxonServer.jarOrSkip(), scratch.resolve("axonserver")).start();
        postgres = EmbeddedPostgres.start(scratch.resolve("database"));
        decider = node("command,query");
        speaker = node("api");
        Holder.protectedOne(witness());
        try (var load = new Load(witness(), storm.seed)) {
            while (storm.goesOn()) {
                round(storm.next(), load);
            }
            assertThat(load.surprises()).isEmpty();
        } finally {
            storm.end(found.size());
            speaker.close();
            decider.close();
            postgres.close();
            axonServer.close();
        }
    }

    private Node node(String roles) {
        var own = List.of(
                "--latchkey.roles=" + roles,
                "--latchkey.database.url=" + postgres.url(),
                "--latchkey.database.username=" + postgres.username(),
                "--latchkey.database.password=" + postgres.password());
        var settings =
                Stream.of(axonServer.settings(), own).flatMap(List::stream).toList();
        return new Node(roles.replace(',', '-'), data, scratch, settings, ServerMoment.script());
    }

    private void round(int number, Load load) throws Exception {
        var fault = number % 2 == 0 ? atRandom(number / 2) : atMoment(number / 2);
        System.out.printf("round %d: %s, ready after %d ms%n", number, fault.what(), fault.readyAfterMillis());
        history.add(fault);
        var why = load.probe();
        for (int again = 0; again < 2 && !why.isEmpty(); again++) {
            why = load.probe();
        }
        history.add(new Probe(Instant.now(), why.isEmpty(), why));
        quiet.writeLock().lock();
        try {
            found.addAll(violations());
            found.forEach(System.out::println);
            assertThat(found)
                    .as("seed %d, round %d, %s", storm.seed, number, fault)
                    .isEmpty();
        } finally {
            quiet.writeLock().unlock();
        }
    }

    private Fault atRandom(int number) throws Exception {
        Client.pause(500 + random.nextInt(1500));
        return switch (number % 4) {
            case 0 -> kill("Axon Server", true, false);
            case 1 -> kill("who decides", false, false, decider);
            case 2 -> kill("who speaks", false, false, speaker);
            default -> kill("PostgreSQL", false, true);
        };
    }

    /** Whoever got there is killed, and each time the list is over, something else beside it. */
    private Fault atMoment(int number) throws Exception {
        var moments = ServerMoment.values();
        var moment = moments[number % moments.length];
        speaker.arm(moment);
        decider.arm(moment);
        var victim = awaitReached(moment);
        return switch (number / moments.length % 3) {
            case 0 -> kill(moment + " node", false, false, victim);
            case 1 -> kill(moment + " node and Axon Server", true, false, victim);
            default -> kill(moment + " node and PostgreSQL", false, true, victim);
        };
    }

    private Node awaitReached(ServerMoment moment) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            if (speaker.reached(moment)) {
                return speaker;
            }
            if (decider.reached(moment)) {
                return decider;
            }
            Client.pause(20);
        }
        throw new AssertionError("the moment was never reached: " + moment);
    }

    /** An Axon Server takes its time to start; what is measured is how soon the nodes are ready after it is. */
    private Fault kill(String what, boolean server, boolean database, Node... victims) throws Exception {
        var at = Instant.now();
        if (server) {
            axonServer.kill();
        }
        if (database) {
            ServiceProcess.killPostgres(scratch.resolve("database"));
        }
        Stream.of(victims).forEach(Node::kill);
        speaker.release();
        decider.release();
        Client.pause(500);
        calm = true;
        try {
            var begun = System.nanoTime();
            if (server) {
                axonServer.start();
                begun = System.nanoTime();
            }
            Stream.of(victims).forEach(Node::startAgain);
            speaker.process().ready();
            decider.process().ready();
            return new Fault(what, at, (System.nanoTime() - begun) / 1_000_000, READY_MILLIS);
        } finally {
            calm = false;
        }
    }

    private List<Violation> violations() {
        return Checker.check(new ServerArchive(database(), data, axonServer).read(history));
    }

    private PGSimpleDataSource database() {
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.url());
        source.setUser(postgres.username());
        source.setPassword(postgres.password());
        return source;
    }

    /** Nothing is on its way while the evidence is read. */
    private Witness witness() {
        return new Witness(List.of(speaker.uri()), history, PATIENCE, answer -> {}) {
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
}
