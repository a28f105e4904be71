package io.latchkey.api.dev;

import static io.latchkey.api.journey.Running.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where time can be put ahead, and by what; that what waits for days then comes, is the journeys' part. */
class ClockTest {

    private final ApplicationContextRunner node = new ApplicationContextRunner().withUserConfiguration(Scanned.class);

    @Test
    void there_is_none_in_production() {
        node.withPropertyValues("spring.profiles.active=production")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ClockController.class));
    }

    @Test
    void elsewhere_there_is_one() {
        node.run(context -> assertThat(context).getFailure().hasMessageContaining("ClockController"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT72H", "P8D", "P400D"})
    void a_second_to_400_days(String by) {
        assertThat(new Advance(by).checked()).isEqualTo(Duration.parse(by));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "-P1D", "PT0S", "PT0.5S", "P400DT1S", "P1Y", "72"})
    void nothing_else_and_the_time_stays(String by) {
        CLIENT.post("/dev/clock/advance", "", Map.of("by", by)).expect(400);
        CLIENT.post("/dev/clock/advance", "", Map.of()).expect(400);
        var told = Instant.parse(CLIENT.get("/dev/clock", "").expect(200).text("now"));
        assertThat(Duration.between(told, Instant.now())).isBetween(Duration.ofSeconds(-2), Duration.ofSeconds(3));
    }

    @Configuration(proxyBeanMethods = false)
    @Import(ClockController.class)
    static class Scanned {}
}
