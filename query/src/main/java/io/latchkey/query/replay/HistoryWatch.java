package io.latchkey.query.replay;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Ends the node when the event store no longer holds what the read models remember: it was emptied, exchanged, or lost its
 * last second to a power cut. To go on would give spent codes back and hide new events from the read models.
 */
final class HistoryWatch implements AutoCloseable {

    /** What an operator acknowledges to go on with the history as it is. */
    static final String LOST_EVENTS = "lost-events";

    private static final Logger LOG = LoggerFactory.getLogger(HistoryWatch.class);

    private record Remembered(String eventId, String aggregateId, long sequence) {}

    private final JdbcTemplate jdbc;
    private final Supplier<EventStore> history;
    private final Runnable end;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("history-watch").factory());

    HistoryWatch(JdbcTemplate jdbc, Supplier<EventStore> history, Runnable end) {
        this.jdbc = jdbc;
        this.history = history;
        this.end = end;
    }

    void start() {
        watch.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    /** An event store that does not answer is no news: it is asked again. */
    void look() {
        try {
            var lost = jdbc
                    .query("""
                            select event_id, aggregate_id, sequence from audit_record
                            where aggregate_id <> event_id order by position desc limit 1""", (row, number) -> new Remembered(row.getString(1), row.getString(2), row.getLong(3)))
                    .stream()
                    .filter(newest -> !holds(newest))
                    .findFirst();
            lost.ifPresent(this::stop);
        } catch (RuntimeException noAnswer) {
            LOG.debug("The event store could not be asked: {}", noAnswer.toString());
        }
    }

    private boolean holds(Remembered newest) {
        var stream = history.get().readEvents(newest.aggregateId, newest.sequence);
        return stream.hasNext() && stream.next().getIdentifier().equals(newest.eventId);
    }

    private void stop(Remembered newest) {
        watch.shutdown();
        LOG.error(
                "The event store does not hold event {}, which this database remembers: it was emptied, exchanged, or lost"
                        + " its end. Restore it, or add {} to latchkey.acknowledged for one start, which builds the read"
                        + " models from the events that are left.",
                newest.eventId,
                LOST_EVENTS);
        end.run();
    }

    /** Processors begin anew: the read models at the first event that is left, reactions at the next one. */
    void forget() {
        LOG.warn("Lost events are acknowledged: the read models are built anew. Take {} away again.", LOST_EVENTS);
        jdbc.execute("truncate token_entry, trail_position, audit_record, " + String.join(", ", Shadow.tables()));
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
