package io.latchkey.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The process that postmaster.pid names, if it is still ours: numbers are reused, above all in containers. */
record Postmaster(Path cluster) {

    boolean alive() {
        return number().filter(this::isOurs).isPresent();
    }

    /** PostgreSQL trusts a number that is alive; one that now belongs to somebody else must not stop it. */
    void forgetIfForeign() throws IOException {
        var named = number();
        if (named.isPresent() && !isOurs(named.get())) {
            Files.deleteIfExists(pidFile());
        }
    }

    private Optional<Long> number() {
        try (var lines = Files.lines(pidFile())) {
            return lines.findFirst().map(line -> Long.parseLong(line.strip()));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private boolean isOurs(long number) {
        var arguments = Path.of("/proc", Long.toString(number), "cmdline");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            try {
                var text = new String(Files.readAllBytes(arguments), StandardCharsets.UTF_8);
                return text.contains("postgres") && text.contains(cluster.toString());
            } catch (IOException gone) {
                return false;
            }
        }
        return ProcessHandle.of(number)
                .flatMap(process -> process.info().command())
                .filter(command -> command.toLowerCase(Locale.ROOT).contains("postgres"))
                .isPresent();
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }
}
