package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs the blocks of docs/walkthrough.md, in order, in one shell, as a newcomer pastes them. */
public final class Walkthrough {

    private static final Pattern BLOCK = Pattern.compile("(?m)^```bash\\n(.*?)^```$", Pattern.DOTALL);

    private Walkthrough() {}

    /** An {@link AssertionError} with what the shell printed, when a block failed or did not show what it is there for. */
    public static void run(String service) throws IOException, InterruptedException {
        var page = Files.readString(Path.of("../docs/walkthrough.md"));
        var script = BLOCK.matcher(page).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
        var file = Files.createTempFile("walkthrough", ".sh");
        var output = Files.createTempFile("walkthrough", ".out");
        Files.writeString(file, script);
        var shell = new ProcessBuilder("bash", "-eu", "-o", "pipefail", file.toString());
        shell.environment().put("LATCHKEY", service);
        var process =
                shell.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(300, TimeUnit.SECONDS);
        var printed = Files.readString(output);
        if (!ended) {
            process.destroyForcibly();
        }
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError("the walkthrough stopped:\n" + printed);
        }
        assertThat(printed)
                .contains("invalid-or-expired-proof", "RCU1-", "the old session answers 401", "AccountRecovered")
                .contains("device_key", "\"status\":\"cancelled\"", "\"status\":\"completed\"", "voiceCode");
    }
}
