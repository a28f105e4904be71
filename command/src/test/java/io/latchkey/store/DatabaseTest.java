package io.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.settings.LatchkeyProperties;
import io.latchkey.store.embedded.TestPostgres;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.core.BaseConnection;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DatabaseTest {

    @Test
    void a_silent_database_is_given_up_and_batches_are_sent_as_one() throws Exception {
        try (var database = new Database(settings());
                var pool = database.connect();
                var connection = pool.getConnection()) {
            assertThat(connection.getNetworkTimeout())
                    .isEqualTo((int) Duration.ofSeconds(40).toMillis());
            assertThat(connection
                            .unwrap(BaseConnection.class)
                            .getQueryExecutor()
                            .isReWriteBatchedInsertsEnabled())
                    .isTrue();
        }
    }

    private static LatchkeyProperties settings() {
        var postgres = TestPostgres.emptyDatabase();
        var properties = new MapConfigurationPropertySource(Map.of(
                "latchkey.database.url", postgres.getUrl().replaceFirst("[?].*", ""),
                "latchkey.database.username", postgres.getUser(),
                "latchkey.database.password", postgres.getPassword()));
        return new Binder(properties).bindOrCreate("latchkey", LatchkeyProperties.class);
    }
}
