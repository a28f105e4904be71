package io.latchkey.query.replay;

import static io.latchkey.query.World.ANN;
import static io.latchkey.query.World.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.event.AccountErased;
import io.latchkey.event.DecoyOpened;
import io.latchkey.query.Stories;
import io.latchkey.query.World;
import io.latchkey.query.model.Memory;
import io.latchkey.query.replay.ReplayProgress.State;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

@Execution(ExecutionMode.CONCURRENT)
class RebuildTest {

    private final World world = new World();
    private final Stories stories = new Stories(world);
    private final Rebuild rebuild = world.beans.getBean(Rebuild.class);

    @BeforeEach
    void much_happened() {
        stories.everything();
        stories.protectedAccount(BOB);
        world.happened(BOB, new AccountErased(BOB));
    }

    @AfterEach
    void end() {
        world.close();
    }

    private long run(String id) throws Exception {
        return rebuild.begin(id, ANN, "a drill").get(60, TimeUnit.SECONDS);
    }

    private Rebuild rebuildWithFewTries() {
        return rebuildOf(world::events);
    }

    @SuppressWarnings("unchecked") // the bean has no type arguments to ask for
    private Rebuild rebuildOf(Supplier<StreamableMessageSource<TrackedEventMessage<?>>> events) {
        var memories = (Function<JdbcTemplate, Memory>) world.beans.getBean("rebuiltMemory");
        return new Rebuild(world.database, new ReplayTable(world.jdbc, world.clock), events, memories, 3);
    }

    private ReplayProgress progress(String id) {
        return world.ask(new FindReplay(id), ReplayProgress.class);
    }

    @Test
    void an_unknown_replay_is_not_found() {
        assertThat(progress("nothing")).isNull();
    }

    @Test
    void a_second_one_is_refused_while_one_runs_also_from_another_node() throws Exception {
        try (var other = Turn.take(world.database)) {
            assertThat(other).isNotNull();
            assertThatThrownBy(() -> rebuild.begin("r1", ANN, "a drill")).isInstanceOf(ReplayRunning.class);
            assertThat(progress("r1")).isNull();
        }
        assertThat(run("r2")).isEqualTo(world.count("domain_event_entry"));
    }

    @Test
    void one_that_could_not_begin_is_in_nobodys_way() throws Exception {
        run("r1");
        assertThatThrownBy(() -> rebuild.begin("r1", ANN, "a drill")).isInstanceOf(DuplicateKeyException.class);

        assertThat(run("r2")).isEqualTo(world.count("domain_event_entry"));
    }

    @Test
    void nothing_differs_when_nothing_was_touched() throws Exception {
        var before = world.dump();

        run("r1");

        assertThat(world.dump()).isEqualTo(before);
        assertThat(progress("r1").state()).isEqualTo(State.FINISHED);
        assertThat(progress("r1").corrected()).isZero();
        assertThat(progress("r1").events()).isEqualTo(world.count("domain_event_entry"));
        assertThat(progress("r1").ofEvents()).isEqualTo(progress("r1").events());
    }

    @Test
    void changed_removed_and_invented_rows_are_put_right_and_counted() throws Exception {
        var before = world.dump();
        world.jdbc.update("update audit_record set outcome = 'ACCEPTED' where type = 'RecoveryProofRefused'");
        world.jdbc.update("delete from audit_record where type = 'RecoveryCompleted'");
        world.jdbc.update("delete from account_view");
        world.jdbc.update("update session_view set account_id = 'eve' where ended_at is null");
        world.jdbc.update("insert into erased_account values ('eve', now())");

        run("r1");

        assertThat(world.dump()).isEqualTo(before);
        assertThat(progress("r1").corrected()).isEqualTo(5);
    }

    @Test
    void live_events_go_on_meanwhile_and_none_is_lost() throws Exception {
        var writing = new AtomicBoolean(true);
        var writer = Thread.ofVirtual().start(() -> {
            while (writing.get()) {
                var id = UUID.randomUUID().toString();
                world.events().publish(world.message(Map.of(), id, new DecoyOpened(id)));
                World.pause();
            }
        });
        for (int i = 0; i < 3; i++) {
            run("r" + i);
            assertThat(progress("r" + i).corrected()).isZero();
        }
        writing.set(false);
        writer.join();
        world.caughtUp();
        var live = world.dump();

        run("last");

        assertThat(world.dump()).isEqualTo(live);
    }

    @Test
    void a_failure_leaves_the_live_rows_alone_and_the_connection_clean() throws Exception {
        var before = world.dump();
        world.jdbc.update(
                "insert into trail_position values ((select max(position) + 2 from trail_position), 'no event')");

        try (var impatient = rebuildWithFewTries()) {
            assertThatThrownBy(() -> impatient.begin("r1", ANN, "a drill").get(60, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class);
        }

        assertThat(progress("r1").state()).isEqualTo(State.FAILED);
        assertThat(world.dump()).isEqualTo(before);
        world.jdbc.update("delete from trail_position where event_id = 'no event'");
        run("r2");
        assertThat(progress("r2").state()).isEqualTo(State.FINISHED);
    }

    @Test
    void a_history_that_cannot_be_read_fails_it_and_is_in_nobodys_way() throws Exception {
        var before = world.dump();

        try (var broken = rebuildOf(() -> token -> new BrokenStream())) {
            assertThatThrownBy(() -> broken.begin("r1", ANN, "a drill").get(60, TimeUnit.SECONDS))
                    .hasRootCauseMessage("broken");
        }

        assertThat(progress("r1").state()).isEqualTo(State.FAILED);
        assertThat(world.dump()).isEqualTo(before);
        run("r2");
        assertThat(progress("r2").state()).isEqualTo(State.FINISHED);
    }

    @Test
    void one_that_died_with_its_node_is_shown_as_interrupted() throws Exception {
        new ReplayTable(world.jdbc, world.clock).begin("dead", ANN, "a drill");
        assertThat(progress("dead").state()).isEqualTo(State.INTERRUPTED);

        run("r1");
        assertThat(progress("dead").state()).isEqualTo(State.INTERRUPTED);
    }

    private static final class BrokenStream implements BlockingStream<TrackedEventMessage<?>> {

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            throw new IllegalStateException("broken");
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return true;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            throw new IllegalStateException("broken");
        }

        @Override
        public void close() {}
    }
}
