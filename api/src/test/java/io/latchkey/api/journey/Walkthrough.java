package io.latchkey.api.journey;

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

    /** What the shell printed; an {@link AssertionError} with it when a block failed. */
    public static String run(String service) throws IOException, InterruptedException {
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
        return printed;
    }
}
