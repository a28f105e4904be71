package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.storm.RaceMatrix;
import io.latchkey.api.storm.World;
import io.latchkey.store.embedded.EmbeddedPostgres;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Nodes on one Axon Server and one PostgreSQL: each with its roles, and what they do when Axon Server is away. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AxonServerNodesTest {

    private static final Duration QUICKLY = Duration.ofSeconds(5);
    private static final Duration FROZEN = Duration.ofSeconds(15);
    private static final Duration A_WEEK = Duration.ofDays(8);
    private static final int EVERY_NODE_KNOWS = 2_500;
    private static final int RACE_ROUNDS = 2;

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
            assertThat(startRecovery(node)).isEqualTo(503);
            tellTime("health DOWN after its death", () -> health(node) == 503);
            axonServer.start();
            tellTime("a recovery begins after its return", () -> startRecovery(node) == 202);
            tellTime("health UP after that", () -> health(node) == 200);
        }
        try (var node = ServiceProcess.launch(data, arguments(axonServer.settings("wrong"), "command,query,api"))) {
            await(() -> health(node) == 503);
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
    void a_frozen_axon_server_is_told_and_all_goes_on_when_it_thaws() throws Exception {
        try (var node = node(axonServer.settings(), "command,query,api")) {
            axonServer.freeze();
            try {
                tellTime("503 from a frozen one", () -> startRecovery(node, FROZEN) == 503);
                tellTime("health DOWN after that", () -> health(node) == 503);
                assertThat(startRecovery(node)).isEqualTo(503);
            } finally {
                axonServer.thaw();
            }
            tellTime("a recovery begins after the thaw", () -> startRecovery(node, FROZEN) == 202);
            tellTime("health UP after that", () -> health(node) == 200);
        }
    }

    @Test
    void when_the_node_that_remembers_ends_another_takes_over() throws Exception {
        try (var first = node(axonServer.settings(), "command,query");
                var second = node(axonServer.settings(), "command,query");
                var edge = node(axonServer.settings(), "api")) {
            var ann = Holder.registered(edge.client());
            ann.signIn().expect(200);
            first.kill();
            tellTime("another node remembers", () -> isKnownAtOnce(ann));
            assertThat(second.client().get("/actuator/health", "").status()).isEqualTo(200);
        }
    }

    /** A session that the read models do not know yet is none. */
    private static boolean isKnownAtOnce(Holder holder) {
        return holder.signIn().status() == 200
                && holder.client.get("/v1/account", holder.access).status() == 200;
    }

    /** Before the races put the time ahead, for the walkthrough begins with the real one. */
    @Test
    @Order(1)
    void one_node_speaks_and_another_decides_and_remembers() throws Exception {
        try (var worker = node(axonServer.settings(), "command,query");
                var edge = node(axonServer.settings(), "api")) {
            Walkthrough.run(edge.client().service.toString());
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

    @TestFactory
    Stream<DynamicTest> every_race_has_one_legal_outcome_on_two_whole_nodes() {
        var one = node(axonServer.settings(), "command,query,api");
        var sameService = new ArrayList<>(axonServer.settings());
        sameService.add("--latchkey.base-url=" + one.client().service);
        var other = node(sameService, "command,query,api");
        return races(List.of(one.client(), other.client())).onClose(one::close).onClose(other::close);
    }

    @TestFactory
    Stream<DynamicTest> every_race_has_one_legal_outcome_where_one_node_speaks_and_another_decides() {
        var worker = node(axonServer.settings(), "command,query");
        var edge = node(axonServer.settings(), "api");
        return races(List.of(edge.client())).onClose(edge::close).onClose(worker::close);
    }

    private static Stream<DynamicTest> races(List<Client> doors) {
        return new RaceMatrix(new World() {
                    @Override
                    public List<Client> nodes() {
                        return doors;
                    }

                    @Override
                    public List<Stored> events(String id) {
                        return settled(id);
                    }

                    @Override
                    public void aWeekPasses(List<Holder> holders) {
                        doors.getFirst().putAhead(A_WEEK);
                        Client.pause(EVERY_NODE_KNOWS);
                        holders.forEach(holder -> holder.signInWithBackupCode().expect(200));
                    }
                })
                .races(RACE_ROUNDS);
    }

    /** The trail, read until it stands still: answers may come a moment before it. */
    private static List<World.Stored> settled(String id) {
        List<World.Stored> before = null;
        for (var now = trail(id); !now.equals(before); now = trail(id)) {
            before = now;
            Client.pause(500);
        }
        return before;
    }

    private static List<World.Stored> trail(String id) {
        try {
            return World.trail(
                    DriverManager.getConnection(postgres.url(), postgres.username(), postgres.password()), id);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static ServiceProcess node(List<String> settings, String roles) {
        return ServiceProcess.start(data, arguments(settings, roles));
    }

    private static String[] arguments(List<String> settings, String roles) {
        var arguments = new ArrayList<>(settings);
        arguments.add("--latchkey.roles=" + roles);
        arguments.add("--latchkey.database.url=" + postgres.url());
        arguments.add("--latchkey.database.username=" + postgres.username());
        arguments.add("--latchkey.database.password=" + postgres.password());
        return arguments.toArray(String[]::new);
    }

    private static int health(ServiceProcess node) {
        try {
            return node.client().get("/actuator/health", "").status();
        } catch (UncheckedIOException notYet) {
            return 0;
        }
    }

    private static int startRecovery(ServiceProcess node) {
        return startRecovery(node, QUICKLY);
    }

    private static int startRecovery(ServiceProcess node, Duration limit) {
        long begun = System.nanoTime();
        int status = node.client()
                .post("/v1/recoveries", "", Map.of("email", "x@example.org"))
                .status();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(limit);
        return status;
    }

    private static void tellTime(String what, BooleanSupplier happened) {
        long begun = System.nanoTime();
        await(happened);
        System.out.printf("Axon Server: %s, %d ms%n", what, (System.nanoTime() - begun) / 1_000_000);
    }

    private static void await(BooleanSupplier happened) {
        for (int i = 0; i < 300 && !happened.getAsBoolean(); i++) {
            Client.pause(200);
        }
        assertThat(happened.getAsBoolean()).isTrue();
    }
}
