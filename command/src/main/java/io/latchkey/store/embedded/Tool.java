package io.latchkey.store.embedded;

import io.latchkey.settings.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs one of PostgreSQL's own programs and keeps what it printed. */
final class Tool {
    private final List<String> prefix;
    private final Path log;

    Tool(List<String> prefix, Path log) {
        this.prefix = List.copyOf(prefix);
        this.log = log;
    }

    /** True when the program ended in time with status zero. */
    boolean succeeds(Duration limit, List<String> command) throws IOException {
        var builder = new ProcessBuilder(
                        Stream.concat(prefix.stream(), command.stream()).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        process.getOutputStream().close();
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while the embedded PostgreSQL was starting or stopping.", interrupted);
        }
    }

    String output() throws IOException {
        return Files.exists(log) ? Files.readString(log).strip() : "";
    }
}
