package io.latchkey.query.replay;

import static io.latchkey.query.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.query.Stories;
import io.latchkey.query.World;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class HistoryWatchTest {

    private final World world = new World();
    private final AtomicInteger ends = new AtomicInteger();
    private final HistoryWatch watch =
            new HistoryWatch(world.jdbc, () -> world.beans.getBean(EventStore.class), ends::incrementAndGet);

    @AfterEach
    void close() {
        watch.close();
        world.close();
    }

    @Test
    void a_first_start_remembers_nothing() {
        watch.look();

        assertThat(ends).hasValue(0);
    }

    @Test
    void a_history_that_is_whole_is_left_in_peace() {
        new Stories(world).everything();

        watch.look();

        assertThat(ends).hasValue(0);
    }

    @Test
    void an_event_that_is_gone_ends_the_node() {
        new Stories(world).protectedAccount(ANN);
        remember("gone", ANN, 1_000);

        watch.look();

        assertThat(ends).hasValue(1);
    }

    @Test
    void another_event_in_its_place_ends_the_node() {
        new Stories(world).protectedAccount(ANN);
        world.jdbc.update("delete from audit_record where aggregate_id = ? and sequence = 0", ANN);
        remember("gone", ANN, 0);

        watch.look();

        assertThat(ends).hasValue(1);
    }

    @Test
    void a_store_that_does_not_answer_is_asked_again() {
        new Stories(world).protectedAccount(ANN);
        var silent = new HistoryWatch(
                world.jdbc,
                () -> {
                    throw new EventStoreException("away");
                },
                ends::incrementAndGet);

        silent.look();

        assertThat(ends).hasValue(0);
        silent.close();
    }

    @Test
    void acknowledged_loss_forgets_every_read_model_and_token() {
        new Stories(world).everything();

        watch.forget();

        assertThat(Shadow.tables())
                .allSatisfy(table -> assertThat(world.count(table)).isZero());
        assertThat(world.count("audit_record")).isZero();
    }

    private void remember(String eventId, String aggregateId, long sequence) {
        world.jdbc.update("""
                insert into audit_record (position, event_id, aggregate_id, sequence, at, type, actor, actor_role, outcome, details)
                select max(position) + 1, ?, ?, ?, now(), 'X', 'x', 'system', 'success', '{}' from audit_record""", eventId, aggregateId, sequence);
    }
}
