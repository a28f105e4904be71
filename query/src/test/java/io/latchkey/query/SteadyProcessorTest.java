package io.latchkey.query;

import static io.latchkey.query.World.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SteadyProcessorTest {

    /** With pauses that double it would be gone for a minute by then. */
    private static final int FAILURES = 6;

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void tries_again_soon_however_often_it_has_failed() {
        long begun = System.nanoTime();
        world.jdbc.execute("create sequence failures");
        world.jdbc.execute("""
                create function fail() returns trigger language plpgsql as $$
                begin
                    if nextval('failures') <= %d then
                        raise exception 'no room for this row' using errcode = 'disk_full';
                    end if;
                    return new;
                end $$""".formatted(FAILURES));
        world.jdbc.execute("create trigger failing before insert on audit_record execute function fail()");

        world.happened(ANN, new Stories(world).session(ANN, "01890000-0000-7000-8000-00000000005e"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(25));
        assertThat(world.jdbc.queryForObject("select last_value from failures", Long.class))
                .isEqualTo(FAILURES + 1);
    }
}
