package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is killed under the service. */
class DatabaseLossTest {

    @TempDir
    Path data;

    String[] settings() {
        return new String[0];
    }

    @Test
    void without_its_database_the_service_says_so_and_comes_back_by_itself() throws Exception {
        try (var service = ServiceProcess.start(data, settings())) {
            var client = service.client();
            killPostgres();
            boolean refused = false;
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            var answer = start(client);
            while (System.nanoTime() < end && (!refused || answer.status() != 202)) {
                assertThat(answer.status()).as(answer.response().body()).isIn(202, 503);
                refused |= answer.status() == 503;
                if (!refused) {
                    killPostgres();
                }
                Client.pause(100);
                answer = start(client);
            }
            assertThat(refused).isTrue();
            assertThat(answer.status()).isEqualTo(202);
        }
    }

    private static Answer start(Client client) {
        return client.post("/v1/recoveries", "", Map.of("email", "ann@example.org"));
    }

    final void killPostgres() throws Exception {
        ServiceProcess.killPostgres(data);
    }
}
