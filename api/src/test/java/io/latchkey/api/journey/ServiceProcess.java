package io.latchkey.api.journey;

import com.sun.tools.attach.VirtualMachine;
import io.latchkey.api.LatchkeyApplication;
import io.latchkey.store.embedded.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service as a process of its own, which can be killed like one. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(300);

    /** The first one writes a cache at its end. */
    private static final Duration END = Duration.ofSeconds(120);

    private static final Path COMPILER =
            Path.of("..", "test", "compiler.json").toAbsolutePath().normalize();
    private static final Pattern TOKEN = Pattern.compile("bootstrap token: (\\S{43})");

    public final int port;
    public final Path log;
    private final Process process;

    private ServiceProcess(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /** Starts on a free port and waits until it is ready. What begins with a single dash is for the virtual machine. */
    public static ServiceProcess start(Path data, String... arguments) {
        return launch(data, arguments).ready();
    }

    /** A further node, on the database that the first one of this directory keeps. */
    public static ServiceProcess startBeside(Path data, String... arguments) {
        var database = Stream.of(
                "--latchkey.database.url=" + EmbeddedDatabase.url(data),
                "--latchkey.database.username=latchkey",
                "--latchkey.database.password=" + EmbeddedDatabase.of(data).getPassword());
        return start(data, Stream.concat(database, Stream.of(arguments)).toArray(String[]::new));
    }

    /** Starts again where it ran before. */
    public ServiceProcess again(Path data, String... arguments) {
        return launch(data, port, arguments).ready();
    }

    public static ServiceProcess launch(Path data, String... arguments) {
        return launch(data, freePort(), arguments);
    }

    private static ServiceProcess launch(Path data, int port, String... arguments) {
        try {
            Files.createDirectories(data);
            if (Stream.of(arguments).noneMatch(argument -> argument.startsWith("--latchkey.database.url="))) {
                TestPostgres.share(data);
            }
            var log = data.resolve("service-" + port + "-" + System.nanoTime() + ".log");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx384m",
                    "-Xmn192m",
                    "-XX:+UseSerialGC",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:CompilerDirectivesFile=" + COMPILER,
                    "-Duser.timezone=UTC"));
            var forTheService = Stream.of(arguments).collect(Collectors.partitioningBy(text -> text.startsWith("--")));
            command.addAll(forTheService.get(false));
            command.addAll(ClassCache.options());
            command.addAll(
                    List.of(LatchkeyApplication.class.getName(), "--server.port=" + port, "--latchkey.data=" + data));
            command.addAll(forTheService.get(true));
            if (command.stream().noneMatch(argument -> argument.startsWith("--latchkey.base-url="))) {
                command.add("--latchkey.base-url=http://127.0.0.1:" + port);
            }
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new ServiceProcess(port, log, process);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public ServiceProcess ready() {
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + START.toNanos();
        var last = "nothing";
        try (var http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end && process.isAlive() && !last.isEmpty()) {
                last = objection(http, health);
                TimeUnit.MILLISECONDS.sleep(last.isEmpty() ? 0 : 100);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (last.isEmpty()) {
            return this;
        }
        kill();
        throw new IllegalStateException("the service did not become ready, it answered " + last + ":\n" + output());
    }

    /** Why it is not ready, or nothing. */
    private static String objection(HttpClient http, HttpRequest health) throws InterruptedException {
        try {
            var answer = http.send(health, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? "" : answer.statusCode() + " " + answer.body();
        } catch (IOException notYet) {
            return notYet.toString();
        }
    }

    /** As {@code kill -9} of the embedded database. */
    public static void killPostgres(Path data) throws IOException {
        try (var files = Files.walk(data.resolve("postgresql"))) {
            var pidFile = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    public Client client() {
        return new Client(URI.create("http://127.0.0.1:" + port));
    }

    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String bootstrapToken() {
        var found = TOKEN.matcher(output());
        if (!found.find()) {
            throw new IllegalStateException("no bootstrap token was printed:\n" + output());
        }
        return found.group(1);
    }

    /** Takes in a Java agent, which would make the start longer. */
    public void load(Path agent, String options) {
        try {
            var machine = VirtualMachine.attach(Long.toString(process.pid()));
            try {
                machine.loadAgent(agent.toString(), options);
            } finally {
                machine.detach();
            }
        } catch (Exception failed) {
            throw new IllegalStateException("the agent was not taken in", failed);
        }
    }

    /** What the JDK's own tool says about this process. */
    String jcmd(String... question) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid())));
        command.addAll(List.of(question));
        var asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    public boolean waitForExit(Duration time) throws InterruptedException {
        return process.waitFor(time.toSeconds(), TimeUnit.SECONDS);
    }

    public int exitValue() {
        return process.exitValue();
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
