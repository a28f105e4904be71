package io.latchkey.api.storm;

import static java.util.stream.Collectors.groupingBy;

import io.latchkey.api.storm.Evidence.Fact;
import io.latchkey.api.storm.Evidence.Line;
import io.latchkey.api.storm.History.Operation;
import io.latchkey.api.storm.History.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One event for what was done, none for what was not asked, a record of every answered attempt: I1, I2, I3, I6. */
final class Commands {

    private static final Set<String> BY_ITSELF =
            Set.of("RecoveryExpired", "AttemptsThrottled", "BootstrapTokenIssued", "ReplayFinished");

    private final Evidence evidence;
    private final Map<String, List<Fact>> facts;
    private final List<Violation> found = new ArrayList<>();

    private Commands(Evidence evidence) {
        this.evidence = evidence;
        this.facts = evidence.facts().stream().collect(groupingBy(Fact::operation));
    }

    static List<Violation> check(Evidence evidence) {
        var commands = new Commands(evidence);
        evidence.told().operations().forEach(commands::events);
        commands.unasked();
        commands.trail();
        commands.refusals();
        return commands.found;
    }

    private void events(Operation operation) {
        var asked = operation.asked();
        if (!Facts.knows(asked.kind())) {
            tell("I1", operation, "nobody said which event tells that it was done");
            return;
        }
        long done = of(asked.id()).stream()
                .filter(fact -> Facts.done(asked.kind(), fact.type()))
                .count();
        switch (operation.outcome()) {
            case OK ->
                tellIf(
                        Facts.silent(asked.kind()) ? done > 1 : done != 1,
                        "I1",
                        operation,
                        "done, with %d events".formatted(done));
            case REFUSED -> tellIf(done != 0, "I1", operation, "refused, with %d events".formatted(done));
            case INFO -> tellIf(done > 1, "I3", operation, "not answered, with %d events".formatted(done));
        }
        var answers = operation.answers();
        tellIf(answers.stream().anyMatch(answer -> answer.status() == 500), "I3", operation, "answered 500");
        var told = answers.stream().map(History.Answered::outcome).collect(Collectors.toSet());
        tellIf(told.contains(Outcome.OK) && told.contains(Outcome.REFUSED), "I3", operation, "answered both ways");
    }

    private void unasked() {
        var asked = evidence.told().operations().stream()
                .map(operation -> operation.asked().id())
                .collect(Collectors.toSet());
        facts.forEach((operation, recorded) -> recorded.stream()
                .filter(fact -> operation.isEmpty() ? !BY_ITSELF.contains(fact.type()) : !asked.contains(operation))
                .forEach(fact -> found.add(
                        new Violation("I2", fact.type() + " " + fact.id() + " by nobody's wish " + operation))));
    }

    /** The same events in both, each once. */
    private void trail() {
        var stored = evidence.facts().stream().collect(Collectors.toMap(Fact::id, Function.identity(), (a, b) -> a));
        var lines = evidence.trail().stream().collect(groupingBy(Line::eventId));
        stored.forEach((id, fact) -> {
            var told = lines.getOrDefault(id, List.of());
            boolean same = told.size() == 1 && told.getFirst().type().equals(fact.type());
            if (!same) {
                found.add(new Violation("I6", fact.type() + " " + id + " has " + told.size() + " lines of the trail"));
            }
        });
        lines.keySet().stream()
                .filter(id -> !stored.containsKey(id))
                .forEach(id -> found.add(new Violation("I6", "the trail has a line without an event: " + id)));
    }

    /** A wrong guess is an event or was not looked at; the second is counted, and unanswered ones may be among it. */
    private void refusals() {
        long unread = 0;
        for (var operation : evidence.told().operations()) {
            long refusals = of(operation.asked().id()).stream()
                    .filter(fact -> Facts.refused(operation.asked().kind(), fact.type()))
                    .count();
            tellIf(refusals > 1, "I6", operation, "refused once, with %d events".formatted(refusals));
            unread += Facts.isWrongGuess(operation) && refusals == 0 ? 1 : 0;
        }
        long unanswered = evidence.told().operations().stream()
                .filter(operation ->
                        operation.is(Outcome.INFO) && of(operation.asked().id()).isEmpty())
                .count();
        if (evidence.throttled() < unread || evidence.throttled() > unread + unanswered) {
            found.add(new Violation(
                    "I6",
                    "%d wrong guesses have no event, %d were counted as not looked at, %d are not answered"
                            .formatted(unread, evidence.throttled(), unanswered)));
        }
    }

    private List<Fact> of(String operation) {
        return facts.getOrDefault(operation, List.of());
    }

    private void tellIf(boolean wrong, String invariant, Operation operation, String what) {
        if (wrong) {
            tell(invariant, operation, what);
        }
    }

    private void tell(String invariant, Operation operation, String what) {
        var asked = operation.asked();
        found.add(new Violation(
                invariant, "%s of %s (%s): %s".formatted(asked.kind(), asked.subject(), asked.id(), what)));
    }
}
