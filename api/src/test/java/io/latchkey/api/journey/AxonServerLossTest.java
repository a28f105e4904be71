package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Axon Server that lost events the read models remember: the node stops, it does not guess. */
class AxonServerLossTest {

    @TempDir
    Path data;

    @Test
    void lost_events_end_the_node_until_they_are_acknowledged() throws Exception {
        var jar = AxonServer.jarOrSkip();
        try (var axonServer = new AxonServer(jar, data.resolve("axonserver")).start();
                var postgres = EmbeddedPostgres.start(data.resolve("database"))) {
            try (var node = ServiceProcess.start(data, settings(axonServer, postgres))) {
                Holder.registered(node.client());
                axonServer.kill();
                axonServer.empty();
                axonServer.start();

                assertThat(node.waitForExit(Duration.ofSeconds(60))).isTrue();
                assertThat(node.exitValue()).isEqualTo(1);
                assertThat(node.output()).contains("it was emptied, exchanged, or lost its end");
            }
            var acknowledged = settings(axonServer, postgres, "--latchkey.acknowledged=lost-events");
            try (var node = ServiceProcess.start(data, acknowledged)) {
                Holder.registered(node.client()).signIn().expect(200);
            }
        }
    }

    private static String[] settings(AxonServer axonServer, EmbeddedPostgres postgres, String... more) {
        var database = List.of(
                "--latchkey.database.url=" + postgres.url(),
                "--latchkey.database.username=" + postgres.username(),
                "--latchkey.database.password=" + postgres.password());
        return Stream.of(axonServer.settings(), database, List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }
}
