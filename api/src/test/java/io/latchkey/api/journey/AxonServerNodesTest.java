package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes on one Axon Server and one PostgreSQL: each with its roles, and what they do when Axon Server is away. */
class AxonServerNodesTest {

    private static final Duration QUICKLY = Duration.ofSeconds(5);

    @TempDir
    static Path data;

    private static AxonServer axonServer;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        axonServer = new AxonServer(AxonServer.jarOrSkip(), data.resolve("axonserver")).start();
        postgres = EmbeddedPostgres.start(data.resolve("database"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
        if (axonServer != null) {
            axonServer.close();
        }
    }

    @Test
    void a_wrong_token_or_a_dead_axon_server_is_told_and_nothing_is_lost() throws Exception {
        Holder ann;
        try (var node = node(axonServer.settings(), "command,query,api")) {
            ann = Holder.registered(node.client());
            axonServer.kill();
            await(() -> health(node) == 503);
            assertThat(startRecovery(node)).isEqualTo(503);
            axonServer.start();
            await(() -> health(node) == 200);
            await(() -> startRecovery(node) == 202);
        }
        try (var node = node(axonServer.settings("wrong"), "command,query,api")) {
            assertThat(health(node)).isEqualTo(503);
            assertThat(startRecovery(node)).isEqualTo(503);
        }
        try (var node = node(axonServer.settings(), "command,query,api")) {
            var back = new Holder(node.client());
            back.email = ann.email;
            back.secretKey = ann.secretKey;
            back.signIn().expect(200);
        }
    }

    @Test
    void one_node_speaks_and_another_decides_and_remembers() throws Exception {
        try (var worker = node(axonServer.settings(), "command,query");
                var edge = node(axonServer.settings(), "api")) {
            assertThat(Walkthrough.run(edge.client().service.toString())).contains("the old session answers 401");
            assertThat(worker.client().get("/v1/account", "").status()).isEqualTo(404);
            assertThat(worker.client().get("/actuator/prometheus", "").status()).isEqualTo(200);

            var ann = Holder.registered(edge.client());
            ann.signIn().expect(200);
            assertThat(ann.client
                            .get("/v1/account/activity?after=nonsense", ann.access)
                            .expect(400)
                            .text("type"))
                    .isEqualTo("urn:latchkey:problem:malformed-request");
            ann.client
                    .send("DELETE", "/v1/account/totp/" + ann.accountId, ann.access, null, ann.accountId)
                    .expect(404);
        }
    }

    private static ServiceProcess node(List<String> settings, String roles) {
        var arguments = new ArrayList<>(settings);
        arguments.add("--latchkey.roles=" + roles);
        arguments.add("--latchkey.database.url=" + postgres.url());
        arguments.add("--latchkey.database.username=" + postgres.username());
        arguments.add("--latchkey.database.password=" + postgres.password());
        return ServiceProcess.start(data, arguments.toArray(String[]::new));
    }

    private static int health(ServiceProcess node) {
        return node.client().get("/actuator/health", "").status();
    }

    private static int startRecovery(ServiceProcess node) {
        long begun = System.nanoTime();
        int status = node.client()
                .post("/v1/recoveries", "", Map.of("email", "x@example.org"))
                .status();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(QUICKLY);
        return status;
    }

    private static void await(BooleanSupplier happened) {
        for (int i = 0; i < 150 && !happened.getAsBoolean(); i++) {
            Client.pause(200);
        }
        assertThat(happened.getAsBoolean()).isTrue();
    }
}
