package io.latchkey.query.replay;

import io.latchkey.query.model.Memory;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds all read models anew beside the live ones, then holds the live trail for a moment and puts right what differs. Readers
 * and processors go on meanwhile; no token is reset, so no reaction can fire.
 */
public final class Rebuild implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    /** How often it asks for what the trail has and history has not shown yet. */
    static final int TRIES = 300;

    /** So few events are made up for while the live trail waits; writers that never rest cannot keep a rebuild from ending. */
    private static final int CLOSE = 1000;

    private final DataSource database;
    private final ReplayTable table;
    private final Supplier<StreamableMessageSource<TrackedEventMessage<?>>> events;
    private final Function<JdbcTemplate, Memory> memories;
    private final int tries;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("replay-", 0).factory());

    Rebuild(
            DataSource database,
            ReplayTable table,
            Supplier<StreamableMessageSource<TrackedEventMessage<?>>> events,
            Function<JdbcTemplate, Memory> memories,
            int tries) {
        this.database = database;
        this.table = table;
        this.events = events;
        this.memories = memories;
        this.tries = tries;
    }

    /** Starts in the background and answers the number of events at the end; {@link ReplayRunning} when one is under way. */
    public CompletableFuture<Long> begin(String replayId, String requestedBy, String reason) {
        try {
            var turn = Turn.take(database);
            try {
                table.begin(replayId, requestedBy, reason);
                return CompletableFuture.supplyAsync(() -> run(turn, replayId), background);
            } catch (RuntimeException failure) {
                turn.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the database did not answer", failure);
        }
    }

    private long run(Turn turn, String replayId) {
        try (turn;
                var history = new History(events.get())) {
            return rebuild(turn, history, replayId);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the node is going down", closing);
        } catch (SQLException | RuntimeException failure) {
            LOG.error("rebuild {} failed; the live read models are as they were", replayId, failure);
            table.fail(replayId);
            throw new IllegalStateException("the rebuild failed", failure);
        }
    }

    private long rebuild(Turn turn, History history, String replayId) throws InterruptedException {
        var one = new SingleConnectionDataSource(turn.connection(), true);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(one));
        var shadow = new Shadow(new JdbcTemplate(one), memories);
        for (long behind = Long.MAX_VALUE; behind > CLOSE; behind = table.events() - shadow.events()) {
            var facts = history.next();
            transaction.executeWithoutResult(status -> shadow.project(facts));
            table.advance(replayId, shadow.events());
        }
        long corrected = Objects.requireNonNull(transaction.execute(status -> settle(shadow, history)));
        table.finish(replayId, shadow.events(), corrected);
        return shadow.events();
    }

    private long settle(Shadow shadow, History history) {
        long last = shadow.halt();
        try {
            for (int tried = 0; shadow.events() < last && tried < tries; tried++) {
                shadow.project(history.next());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        if (shadow.events() != last) {
            throw new IllegalStateException("the events end at %d, the trail at %d".formatted(shadow.events(), last));
        }
        return shadow.correct();
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
