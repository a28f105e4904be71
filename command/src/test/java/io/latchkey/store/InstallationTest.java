package io.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.settings.CannotStart;
import io.latchkey.store.embedded.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

class InstallationTest {
    private final JdbcClient database = TestPostgres.client();

    @Test
    void a_database_of_another_event_store_is_refused() {
        Installation.claim(database, "jdbc");
        assertThatThrownBy(() -> Installation.claim(database, "axon-server:default"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("latchkey.database.url");
    }

    @Test
    void the_same_event_store_is_welcome_again() {
        Installation.claim(database, "jdbc");
        assertThat(Installation.claim(database, "jdbc").eventStore()).isEqualTo("jdbc");
    }

    @Test
    void the_event_store_is_named_by_what_the_profile_switches_on() {
        var environment = new MockEnvironment();
        assertThat(Installation.eventStoreOf(environment)).isEqualTo("jdbc");
        environment.setProperty("axon.axonserver.enabled", "true");
        assertThat(Installation.eventStoreOf(environment)).isEqualTo("axon-server:default");
    }
}
