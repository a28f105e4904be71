package io.latchkey.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.DecoyOpened;
import io.latchkey.query.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class FollowerTest {

    private static final int WRITERS = 6;
    private static final int EACH = 60;

    @Test
    void a_follower_beside_many_writers_sees_everything_once_also_across_a_replay() throws Exception {
        try (var world = new World();
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            Callable<Void> writer = () -> {
                for (int i = 0; i < EACH; i++) {
                    var id = UUID.randomUUID().toString();
                    world.events().publish(world.message(Map.of(), id, new DecoyOpened(id)));
                }
                return null;
            };
            var writing = new ArrayList<java.util.concurrent.Future<Void>>();
            for (int i = 0; i < WRITERS; i++) {
                writing.add(writers.submit(writer));
            }
            var seen = new ArrayList<String>();
            String cursor = null;
            boolean replayed = false;
            long deadline = System.nanoTime() + 60_000_000_000L;
            while (seen.size() < WRITERS * EACH && System.nanoTime() < deadline) {
                var page = world.ask(new FollowTrail(TrailFilter.ALL, null, cursor, 17), TrailPage.class);
                page.records().forEach(line -> seen.add(line.id()));
                cursor = page.next();
                if (!replayed && seen.size() > EACH) {
                    world.processor().shutDown();
                    world.processor().resetTokens();
                    assertThat(world.ask(new FollowTrail(TrailFilter.ALL, null, cursor, 17), TrailPage.class)
                                    .complete())
                            .isFalse();
                    world.processor().start();
                    replayed = true;
                }
            }
            for (var done : writing) {
                done.get();
            }
            world.caughtUp();

            assertThat(replayed).isTrue();
            assertThat(seen).doesNotHaveDuplicates().hasSize(WRITERS * EACH);
            assertThat(new ArrayList<>(seen)).containsExactlyElementsOf(stored(world));
        }
    }

    private static List<String> stored(World world) {
        return world.jdbc.queryForList("select event_id from trail_position order by position", String.class);
    }
}
