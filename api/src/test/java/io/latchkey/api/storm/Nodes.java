package io.latchkey.api.storm;

import io.latchkey.api.journey.Client;
import io.latchkey.api.journey.EmbeddedDatabase;
import io.latchkey.api.journey.ServiceProcess;
import io.latchkey.api.storm.History.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on the database of the first, to be killed together with it or one at a time, and to come back. */
final class Nodes implements AutoCloseable {

    /** A machine that is slow at the first start may be as slow at the others. */
    private static final long READY_MILLIS = 30_000;

    /** The children of a killed postmaster end a moment later. */
    private static final long DYING_MILLIS = 500;

    private static final Duration TO_BE_REACHED = Duration.ofSeconds(60);

    final PGSimpleDataSource database;
    private final Path data;
    private final long allowed;
    private final List<Node> nodes = new ArrayList<>();
    /** While nodes start, those who use them have had their share of the processors. */
    private volatile boolean starting;

    Nodes(Path data, Path scratch) throws Exception {
        this.data = data;
        var begun = System.nanoTime();
        nodes.add(new Node("first", data, scratch, List.of()));
        allowed = Math.max(READY_MILLIS, (System.nanoTime() - begun) / 1_000_000 * 3);
        database = EmbeddedDatabase.of(data);
        nodes.add(new Node(
                "second",
                data,
                scratch,
                List.of(
                        "--latchkey.database.url=" + database.getURL(),
                        "--latchkey.database.username=latchkey",
                        "--latchkey.database.password=" + database.getPassword(),
                        "--latchkey.base-url=" + first().uri())));
    }

    Node first() {
        return nodes.getFirst();
    }

    Node second() {
        return nodes.getLast();
    }

    List<URI> uris() {
        return nodes.stream().map(Node::uri).toList();
    }

    boolean starting() {
        return starting;
    }

    Fault kill(String what, List<Node> victims, boolean databaseToo) throws Exception {
        var at = Instant.now();
        if (databaseToo) {
            ServiceProcess.killPostgres(data);
        }
        victims.forEach(Node::kill);
        nodes.forEach(Node::release);
        starting = true;
        try {
            Client.pause(databaseToo ? DYING_MILLIS : 0);
            victims.forEach(Node::startAgain);
            nodes.forEach(node -> node.process().ready());
        } finally {
            starting = false;
        }
        return new Fault(what, at, Duration.between(at, Instant.now()).toMillis(), allowed);
    }

    /** The node that is held at this moment, as soon as one is. */
    Node held(Moment moment) {
        nodes.forEach(node -> node.arm(moment));
        long end = System.nanoTime() + TO_BE_REACHED.toNanos();
        while (System.nanoTime() < end) {
            if (moment == Moment.DEADLINE_DUE) {
                bringADeadlineForward();
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

    private void bringADeadlineForward() {
        JdbcClient.create(database).sql("""
                        update scheduled_tasks set execution_time = now() where task_instance =
                            (select max(task_instance) from scheduled_tasks
                            where task_name = 'expire-recovery' and not picked)""").update();
    }

    @Override
    public void close() {
        nodes.reversed().forEach(Node::close);
    }
}
