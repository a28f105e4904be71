package io.latchkey.query.audit;

import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Memory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Compares history with the trail. An event that the reader has passed without seeing it should not exist; if one does, it is
 * told loudly and gets its line and its effect on the read models after all.
 */
public final class Reconciliation {

    /** Events a reader may still be waiting for are not missed yet. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private static final String MISSED = """
            select aggregate_identifier, sequence_number from domain_event_entry stored
            where global_index between ? and ? and time_stamp < ?
                and not exists (select 1 from trail_position where event_id = stored.event_identifier)
            order by global_index limit 1000""";
    private static final String READ_LAST = """
            select global_index from domain_event_entry
            where event_identifier = (select event_id from trail_position order by position desc limit 1)""";
    private static final long WINDOW = 1_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private record Place(String aggregateId, long sequence) {}

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Supplier<EventStore> history;
    private final Memory memory;
    private final Clock clock;

    public Reconciliation(
            JdbcTemplate jdbc,
            TransactionOperations transaction,
            Supplier<EventStore> history,
            Memory memory,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.history = history;
        this.memory = memory;
        this.clock = clock;
    }

    /** Answers how many events had been missed. */
    public int run() {
        var missed = missed();
        for (var place : missed) {
            LOG.error("Event {} of {} was stored but never read; it is read now", place.sequence, place.aggregateId);
            transaction.executeWithoutResult(status -> memory.project(List.of(read(place))));
        }
        return missed.size();
    }

    private List<Place> missed() {
        var last = jdbc.queryForList(READ_LAST, Long.class);
        if (last.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                MISSED,
                (row, number) -> new Place(row.getString(1), row.getLong(2)),
                last.getFirst() - WINDOW,
                last.getFirst(),
                clock.instant().minus(SETTLED).toString());
    }

    private Fact read(Place place) {
        return Fact.of(
                history.get().readEvents(place.aggregateId, place.sequence).next());
    }
}
