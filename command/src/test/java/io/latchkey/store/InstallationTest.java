package io.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.latchkey.EventClock;
import io.latchkey.settings.CannotStart;
import io.latchkey.store.embedded.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

@ResourceLock(EventClock.OF_ALL)
class InstallationTest {
    private final DataSource source = TestPostgres.database();
    private final JdbcClient database = JdbcClient.create(source);
    private final MockEnvironment jdbc = new MockEnvironment();
    private final MockEnvironment axonServer = new MockEnvironment().withProperty("axon.axonserver.enabled", "true");

    @Test
    void a_database_of_another_event_store_is_refused() {
        Installation.claim(database, jdbc);
        assertThatThrownBy(() -> Installation.claim(database, axonServer))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("latchkey.database.url");
    }

    @Test
    void the_same_event_store_is_welcome_again() {
        Installation.claim(database, jdbc);
        assertThat(Installation.claim(database, jdbc).eventStore()).isEqualTo("jdbc");
    }

    @Test
    void the_event_store_is_named_by_what_the_profile_switches_on() {
        assertThat(Installation.eventStoreOf(jdbc)).isEqualTo("jdbc");
        assertThat(Installation.eventStoreOf(axonServer)).isEqualTo("axon-server:default");
    }

    @Test
    void a_time_that_was_put_ahead_is_refused_in_production_and_nowhere_else() throws Exception {
        Installation.claim(database, jdbc);
        try (var clock = DatabaseClock.of(source)) {
            clock.putAhead(Duration.ofDays(8));
            assertThat(clock.instant())
                    .isCloseTo(Instant.now().plus(Duration.ofDays(8)), within(5, ChronoUnit.SECONDS));
        }
        assertThat(Installation.claim(database, jdbc).eventStore()).isEqualTo("jdbc");
        jdbc.setActiveProfiles("production");
        assertThatThrownBy(() -> Installation.claim(database, jdbc))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("put ahead");
    }
}
