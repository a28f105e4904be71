package io.latchkey.api.journey;

import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;
import org.springframework.util.FileSystemUtils;

/**
 * A real Axon Server from a jar of yours, as a process of its own. Its gRPC port listens on every interface, so only a token
 * opens it; run such a test in a network namespace of its own where you can.
 */
public final class AxonServer implements AutoCloseable {

    static final String JAR = "LATCHKEY_AXON_SERVER_JAR";
    private static final Duration START = Duration.ofMinutes(5);

    private final String token = UUID.randomUUID().toString();
    private final Path jar;
    private final Path data;
    private final int http = freePort();
    private final int grpc = freePort();
    private Process process;

    public AxonServer(Path jar, Path data) {
        this.jar = jar;
        this.data = data;
    }

    /** Skips the test, and says so where nobody can overlook it, when there is no jar. */
    public static Path jarOrSkip() {
        var jar = System.getenv(JAR);
        if (jar == null || jar.isBlank()) {
            var reason = "SKIPPED: nothing is proved about the profile axon-server, because " + JAR
                    + " does not name the jar of an Axon Server";
            System.out.println(reason);
            throw new TestAbortedException(reason);
        }
        return Path.of(jar);
    }

    public AxonServer start() throws IOException, InterruptedException {
        Files.createDirectories(data);
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                jar.toAbsolutePath().toString(),
                "--server.address=127.0.0.1",
                "--server.port=" + http,
                "--axoniq.axonserver.hostname=localhost",
                "--axoniq.axonserver.port=" + grpc,
                "--axoniq.axonserver.accesscontrol.enabled=true",
                "--axoniq.axonserver.accesscontrol.token=" + token,
                "--axoniq.axonserver.accesscontrol.admin-token=" + UUID.randomUUID());
        process = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("axonserver.log").toFile())
                .start();
        awaitReady();
        return this;
    }

    private void awaitReady() throws IOException, InterruptedException {
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + START.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end && process.isAlive()) {
                if (isUp(client, health)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
        kill();
        throw new IllegalStateException(
                "Axon Server did not become ready:\n" + Files.readString(data.resolve("axonserver.log")));
    }

    private static boolean isUp(HttpClient client, HttpRequest health) throws InterruptedException {
        try {
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What a node needs to find it. */
    public List<String> settings() {
        return settings(token);
    }

    List<String> settings(String presented) {
        return List.of(
                "--spring.profiles.active=axon-server",
                "--axon.axonserver.servers=localhost:" + grpc,
                "--axon.axonserver.token=" + presented);
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Neither dead nor alive: connections stay, answers do not come. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** For a client that reads beside the service; it must be shut down. */
    public AxonServerConnectionFactory door() {
        return AxonServerConnectionFactory.forClient("reader")
                .routingServers(new ServerAddress("localhost", grpc))
                .token(token)
                .build();
    }

    /** Its events are gone, as after a disk that was exchanged. */
    void empty() throws IOException {
        for (var kept : List.of("data", "events")) {
            FileSystemUtils.deleteRecursively(data.resolve(kept));
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(20, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
