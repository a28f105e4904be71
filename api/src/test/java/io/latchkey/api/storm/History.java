package io.latchkey.api.storm;

import io.latchkey.api.journey.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the clients asked and what they were told, a JSON line each, kept outside the data of the service. An operation keeps its
 * id over all attempts, so a repetition with the same key is the same operation.
 */
public final class History {

    /** What a client knows of an operation: done, refused, or nothing. */
    public enum Outcome {
        OK,
        REFUSED,
        INFO
    }

    /** A request on its way. */
    public record Asked(String id, String key, String kind, String subject, Instant at) {}

    /** What came back; a status of 0 when nothing did. */
    public record Answered(String id, int status, String problem, Instant at) {

        public Outcome outcome() {
            // A token that is no longer good says nothing: the operation itself may have ended it.
            if (status == 0 || status >= 500 || problem.equals("invalid-token")) {
                return Outcome.INFO;
            }
            return status < 300 || problem.equals("secret-already-delivered") ? Outcome.OK : Outcome.REFUSED;
        }
    }

    /** A secret that must be readable nowhere. */
    public record Canary(String name, String value) {}

    /** Something that was broken on purpose, how long it took until all was ready again, and how long it may. */
    public record Fault(String what, Instant at, long readyAfterMillis, long allowedMillis) {}

    /** A whole recovery after a fault, which must succeed. */
    public record Probe(Instant at, boolean back, String why) {}

    /** All attempts of one request together. */
    public record Operation(Asked asked, List<Answered> answers) {

        public Outcome outcome() {
            return last().map(Answered::outcome).orElse(Outcome.INFO);
        }

        public boolean is(Outcome outcome) {
            return outcome() == outcome;
        }

        public String problem() {
            return last().map(Answered::problem).orElse("");
        }

        /** The last answer that said anything. */
        private Optional<Answered> last() {
            return answers.stream()
                    .filter(answer -> answer.outcome() != Outcome.INFO)
                    .reduce((earlier, later) -> later);
        }
    }

    /** All that is in a history. */
    public record Told(List<Operation> operations, List<Canary> canaries, List<Fault> faults, List<Probe> probes) {}

    private final Path file;

    public History(Path file) {
        this.file = file;
    }

    public synchronized void add(Record line) {
        var text = Client.JSON.writeValueAsString(Map.of(line.getClass().getSimpleName(), line)) + "\n";
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public synchronized Told told() {
        var operations = new LinkedHashMap<String, Operation>();
        var told = new Told(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var line : lines()) {
            var entry = Client.JSON.readTree(line).properties().iterator().next();
            switch (Client.JSON.treeToValue(entry.getValue(), type(entry.getKey()))) {
                case Asked asked ->
                    operations.computeIfAbsent(asked.id(), id -> new Operation(asked, new ArrayList<>()));
                case Answered answered ->
                    operations.get(answered.id()).answers().add(answered);
                case Canary canary -> told.canaries.add(canary);
                case Fault fault -> told.faults.add(fault);
                case Probe probe -> told.probes.add(probe);
                default -> throw new IllegalStateException("not a line of a history: " + line);
            }
        }
        told.operations.addAll(operations.values());
        return told;
    }

    private static Class<?> type(String name) {
        return switch (name) {
            case "Asked" -> Asked.class;
            case "Answered" -> Answered.class;
            case "Canary" -> Canary.class;
            case "Fault" -> Fault.class;
            case "Probe" -> Probe.class;
            default -> throw new IllegalStateException("not a line of a history: " + name);
        };
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
