package io.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShortPausesTest {

    @Test
    void a_pause_of_a_minute_is_a_short_one() throws Exception {
        try (var executor = new ShortPauses("short", Duration.ofMillis(50))) {
            var tried = executor.schedule(() -> {}, 1, TimeUnit.MINUTES);

            assertThat(tried.get(30, TimeUnit.SECONDS)).isNull();
        }
    }

    @Test
    void a_short_one_stays_as_it_is() {
        try (var executor = new ShortPauses("short", Duration.ofHours(1))) {
            var waiting = executor.schedule(() -> {}, 30, TimeUnit.MINUTES);

            assertThat(waiting.getDelay(TimeUnit.MINUTES)).isBetween(20L, 30L);
            waiting.cancel(false);
        }
    }
}
