package io.latchkey.api.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged service as a process of its own, started as an operator starts it, with its embedded PostgreSQL. */
final class Service implements AutoCloseable {

    /** The options of docs/operations.md. */
    private static final List<String> RECOMMENDED = List.of("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final int port;
    final double secondsToReady;
    private final Path data;
    private final Process process;

    Service(Path data) throws Exception {
        this(data, packaged());
    }

    /** What comes after {@code java} and before the arguments of the service. */
    Service(Path data, List<String> program) throws Exception {
        this.data = data;
        this.port = freePort();
        long start = System.nanoTime();
        process = new ProcessBuilder(Stream.of(
                                List.of(java()),
                                RECOMMENDED,
                                program,
                                List.of(
                                        "--server.port=" + port,
                                        "--latchkey.base-url=" + issuer(),
                                        "--latchkey.data=" + data))
                        .flatMap(List::stream)
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("service.log").toFile())
                .start();
        awaitReady();
        secondsToReady = (System.nanoTime() - start) / 1e9;
    }

    static List<String> packaged() throws IOException {
        return List.of("-jar", jar().toString());
    }

    /** The jar taken apart into a directory, where classes are found faster. */
    static void takeApart(Path directory) throws Exception {
        new ProcessBuilder(
                        java(), "-Djarmode=tools", "-jar", jar().toString(), "extract", "--destination", "" + directory)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** What was taken apart; the option says where an earlier run leaves or left what it learnt of its classes. */
    static List<String> apart(Path directory, String... options) throws IOException {
        return Stream.concat(
                        Stream.of(options),
                        Stream.of("-jar", directory.resolve(jar().getFileName()).toString()))
                .toList();
    }

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    Properties keys() throws IOException {
        return properties("keys.properties");
    }

    Connection database() throws IOException, SQLException {
        var access = properties("postgresql.properties");
        var url = "jdbc:postgresql://127.0.0.1:" + access.getProperty("port") + "/latchkey?reWriteBatchedInserts=true";
        return DriverManager.getConnection(url, "latchkey", access.getProperty("password"));
    }

    /** Processor time used so far. */
    Duration cpu() {
        return cpu(process.toHandle());
    }

    Duration databaseCpu() throws IOException {
        return databaseProcesses().map(Service::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    long residentMiB() throws IOException {
        return kiB(process.pid(), "status", "VmRSS:") / 1024;
    }

    /** Memory that several of its processes share is counted once. */
    long databaseResidentMiB() throws IOException {
        long sum = 0;
        for (var one : databaseProcesses().toList()) {
            sum += kiB(one.pid(), "smaps_rollup", "Pss:");
        }
        return sum / 1024;
    }

    private Stream<ProcessHandle> databaseProcesses() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgresql/cluster/postmaster.pid"))
                .getFirst();
        var postmaster = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants());
    }

    private static Duration cpu(ProcessHandle one) {
        return one.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long kiB(long pid, String file, String field) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    private void awaitReady() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() - end >= 0) {
                close();
                throw new IllegalStateException("the service did not become ready, see its log");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private boolean ready() {
        try (var wire = new Wire(port)) {
            return wire.get("/actuator/health/readiness", "").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Properties properties(String file) throws IOException {
        var properties = new Properties();
        try (InputStream in = Files.newInputStream(data.resolve(file))) {
            properties.load(in);
        }
        return properties;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path jar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            List<Path> jars = files.filter(file -> file.toString().endsWith("SNAPSHOT.jar"))
                    .toList();
            return jars.getFirst().toAbsolutePath();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 3, TimeUnit.MINUTES).join();
        process.destroyForcibly().onExit().join();
    }
}
