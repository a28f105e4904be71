package io.latchkey.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One target that may be fed anything. {@code mvn -P fuzz test} lets Jazzer look for inputs that break it; every other run
 * repeats its seeds and its corpus in the resources, and feeds it mutations of them, for a moment always the same, for
 * {@code -Dstorm.minutes} others each time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Fuzzing {

    private static final Duration MOMENT = Duration.ofMillis(1500);

    /** The normal run tries the same each time: what chance finds must not stop a change that did not cause it. */
    private static final long USUAL = 1;

    /** Throws when an input breaks what must hold. */
    protected abstract void once(byte[] input) throws Exception;

    /** Inputs as they are meant, to start from. */
    protected abstract Stream<String> examples();

    /** How much work one input may be. */
    protected Duration dearest() {
        return Duration.ofMillis(50);
    }

    Stream<byte[]> seeds() {
        return examples().map(example -> example.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void inputs(byte[] input) throws Exception {
        once(input);
    }

    @Test
    void mutations() throws Exception {
        var minutes = Long.getLong("storm.minutes", 0);
        var mutations = new Mutations(corpus(), Long.getLong("storm.seed", minutes > 0 ? System.nanoTime() : USUAL));
        var end = System.nanoTime() + (minutes > 0 ? Duration.ofMinutes(minutes) : MOMENT).toNanos();
        var executions = 0L;
        for (; System.nanoTime() < end; executions++) {
            var input = mutations.next();
            try {
                affordable(input);
            } catch (Exception | AssertionError broken) {
                throw new AssertionError(mutations + ", input " + printable(input), broken);
            }
        }
        System.out.println(getClass().getSimpleName() + ": " + executions + " mutations, " + mutations);
    }

    /** Work of this thread alone, and judged by the better of two runs: neither the machine nor the first run counts. */
    private void affordable(byte[] input) throws Exception {
        var most = dearest().toNanos();
        if (work(input) > most && work(input) > most) {
            throw new AssertionError("more than " + dearest());
        }
    }

    private long work(byte[] input) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        var start = threads.getCurrentThreadCpuTime();
        once(input);
        return threads.getCurrentThreadCpuTime() - start;
    }

    private List<byte[]> corpus() throws IOException, URISyntaxException {
        var corpus = new ArrayList<>(seeds().toList());
        var kept = getClass().getResource(getClass().getSimpleName() + "Inputs/inputs");
        if (kept != null) {
            try (var files = Files.list(Path.of(kept.toURI()))) {
                for (var file : files.sorted().toList()) {
                    corpus.add(Files.readAllBytes(file));
                }
            }
        }
        return corpus;
    }

    private static String printable(byte[] input) {
        var text = new StringBuilder();
        for (var value : input) {
            text.append(value >= ' ' && value < 127 && value != '\\' ? "" + (char) value : "\\x%02x".formatted(value));
        }
        return text.toString();
    }
}
