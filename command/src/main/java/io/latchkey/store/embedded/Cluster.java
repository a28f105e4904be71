package io.latchkey.store.embedded;

import io.latchkey.settings.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PostgreSQL's own files and the programs that work on them. */
final class Cluster {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 60;
    private static final String LEFT_OVER = "pre-existing shared memory block";

    private final Place place;
    private final Unprivileged unprivileged;
    private final Path programs;
    private final Tool tool;

    Cluster(Place place, Unprivileged unprivileged) throws IOException {
        this.place = place;
        this.unprivileged = unprivileged;
        this.programs = Archive.unpackedIn(place.home().resolve(Archive.VERSION));
        this.tool = new Tool(unprivileged.prefix(), place.output());
    }

    Postmaster postmaster() {
        return new Postmaster(place.cluster());
    }

    /** Made beside its place and then moved, so that a killed first start begins again. */
    void createIfMissing(Access access) throws IOException {
        if (Files.exists(place.cluster())) {
            unprivileged.own(place);
            return;
        }
        var fresh = place.home().resolve("cluster.new");
        Directories.delete(fresh);
        var password = place.home().resolve("password.new");
        Directories.writePrivate(password, access.ownerPassword());
        unprivileged.own(place);
        try {
            run(
                    "initdb",
                    "-D",
                    fresh.toString(),
                    "-U",
                    EmbeddedPostgres.OWNER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--data-checksums");
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(fresh, place.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** What a killed process left behind is stopped first: whoever holds the lock owns these files alone. */
    void stopLeftOver() throws IOException {
        if (postmaster().alive()) {
            stop();
        }
        postmaster().forgetIfForeign();
    }

    void start(int port) throws IOException {
        for (var attempt = 1; ; attempt++) {
            if (succeeds(
                    "pg_ctl",
                    "-D",
                    place.cluster().toString(),
                    "-l",
                    place.log().toString(),
                    "-o",
                    options(port),
                    "-w",
                    "-t",
                    Long.toString(PATIENCE.toSeconds()),
                    "start")) {
                return;
            }
            // The children of a killed postmaster need a moment to notice that it is gone.
            if (attempt == ATTEMPTS || !lastWords().contains(LEFT_OVER)) {
                throw new CannotStart(
                        "The embedded PostgreSQL did not start (see " + place.log() + "): " + lastWords());
            }
            pause();
        }
    }

    void stop() throws IOException {
        if (!succeeds("pg_ctl", "-D", place.cluster().toString(), "-m", "fast", "-w", "-t", "30", "stop")) {
            succeeds("pg_ctl", "-D", place.cluster().toString(), "-m", "immediate", "-w", "-t", "10", "stop");
        }
    }

    /** Given on the command line, because that outranks every file somebody may edit. */
    private static String options(int port) {
        return Stream.of(
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "port=" + port,
                        "max_connections=100",
                        "timezone=UTC",
                        "log_timezone=UTC",
                        "password_encryption=scram-sha-256",
                        "log_statement=none",
                        "log_checkpoints=off",
                        "log_error_verbosity=terse",
                        "log_min_error_statement=panic",
                        "log_parameter_max_length_on_error=0")
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" "));
    }

    private void run(String program, String... arguments) throws IOException {
        if (!succeeds(program, arguments)) {
            throw new CannotStart(
                    "The embedded PostgreSQL could not be set up in " + place.home() + ": " + tool.output());
        }
    }

    private boolean succeeds(String program, String... arguments) throws IOException {
        var command =
                Stream.concat(Stream.of(programs.resolve("bin").resolve(program).toString()), Stream.of(arguments));
        return tool.succeeds(PATIENCE.plusSeconds(10), command.toList());
    }

    private String lastWords() throws IOException {
        if (!Files.exists(place.log())) {
            return tool.output();
        }
        List<String> lines = Files.readAllLines(place.log());
        return lines.stream()
                .skip(Math.max(0, lines.size() - 6))
                .filter(line -> line.contains("FATAL") || line.contains("LOG:  could not") || line.contains("PANIC"))
                .collect(Collectors.joining(" "));
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while waiting for a left-over PostgreSQL to end.", interrupted);
        }
    }
}
