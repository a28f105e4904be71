package io.latchkey.query;

import static io.latchkey.query.World.ANN;
import static io.latchkey.query.World.BOB;
import static io.latchkey.query.World.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.AccountErased;
import io.latchkey.event.Origin;
import io.latchkey.event.Reason;
import io.latchkey.event.SignInRefused;
import io.latchkey.query.model.Fact;
import io.latchkey.value.Factor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class RebuildableTest {

    private final World world = new World();
    private final Stories stories = new Stories(world);

    @BeforeEach
    void much_happened() {
        stories.everything();
        stories.protectedAccount(BOB);
        stories.resetByDevice(BOB);
        stories.resetWaits(Stories.RESET, BOB);
        stories.protectedAccount(EVE);
        stories.lost(EVE);
        stories.helped(ANN, BOB);
        stories.counted(ANN, BOB, EVE);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void an_event_delivered_twice_is_one_line_and_changes_nothing() {
        var before = world.dump();
        var memory = QueryConfiguration.memory(io.latchkey.query.audit.AuditTrail.live(world.jdbc), world.jdbc);
        var all = world.events().readEvents(ANN).asStream().map(Fact::of).toList();

        memory.project(all);
        memory.project(List.of(all.getFirst(), all.getFirst()));

        assertThat(world.dump()).isEqualTo(before);
    }

    @Test
    void a_reset_forgets_everything_and_a_replay_brings_the_same_bytes_back() {
        world.happened(BOB, new AccountErased(BOB));
        var before = world.dump();
        var positions = world.jdbc.queryForList("select position, event_id from trail_position order by 1");

        world.processor().shutDown();
        world.processor().resetTokens();
        assertThat(world.count("audit_record")).isZero();
        assertThat(world.count("account_view")).isZero();
        world.processor().start();
        world.caughtUp();

        assertThat(world.dump()).isEqualTo(before);
        assertThat(world.jdbc.queryForList("select position, event_id from trail_position order by 1"))
                .isEqualTo(positions);
    }

    @Test
    void positions_have_no_gap() {
        assertThat(world.jdbc.queryForObject("select max(position) from trail_position", Long.class))
                .isEqualTo(world.count("trail_position"));
    }

    @Test
    void an_erased_account_leaves_records_without_a_client_and_no_views() {
        var origin = Map.of(
                Origin.ACTOR, "anonymous",
                Origin.ACTOR_ROLE, "anonymous",
                Origin.CLIENT, "sealed",
                Origin.AGENT, "sealed",
                Origin.CLIENT_KEY, "key");
        world.happened(origin, BOB, new SignInRefused(BOB, null, Factor.PASSWORD, false, Reason.WRONG_PROOF));
        long records =
                world.jdbc.queryForObject("select count(*) from audit_record where account_id = ?", Long.class, BOB);

        world.happened(BOB, new AccountErased(BOB));
        world.happened(origin, BOB, new SignInRefused(BOB, null, Factor.PASSWORD, false, Reason.UNKNOWN_ACCOUNT));

        assertThat(world.jdbc.queryForObject("select count(*) from audit_record where account_id = ?", Long.class, BOB))
                .isEqualTo(records + 2);
        assertThat(world.jdbc.queryForObject(
                        "select count(*) from audit_record where account_id = ?"
                                + " and (sealed_client is not null or sealed_agent is not null)",
                        Long.class,
                        BOB))
                .isZero();
        for (var view : List.of("account_view", "authenticator_view", "session_view", "device_view")) {
            assertThat(world.jdbc.queryForObject(
                            "select count(*) from " + view + " where account_id = ?", Long.class, BOB))
                    .as(view)
                    .isZero();
        }
    }
}
