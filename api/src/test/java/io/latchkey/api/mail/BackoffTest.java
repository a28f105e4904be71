package io.latchkey.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(new SecureRandom());

    @Test
    void grows_from_seconds_to_minutes_and_no_further() {
        for (var failures = 1; failures < 100; failures++) {
            assertThat(backoff.after(failures)).isBetween(Duration.ofSeconds(5), Duration.ofMinutes(5));
        }
        assertThat(backoff.after(3)).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(20));
        assertThat(backoff.after(50)).isGreaterThan(Duration.ofMinutes(3));
    }

    @Test
    void never_keeps_two_mails_in_step() {
        assertThat(IntStream.range(0, 50)
                        .mapToObj(i -> backoff.after(6))
                        .distinct()
                        .count())
                .isGreaterThan(40);
    }
}
