package io.latchkey.api.storm;

import static java.util.stream.Collectors.groupingBy;

import io.latchkey.api.storm.Evidence.Fact;
import io.latchkey.event.LatchkeyEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** History is whole, and everything read from it is what it says: I7, I8. */
final class Stores {

    private Stores() {}

    static List<Violation> check(Evidence evidence) {
        var found = new ArrayList<Violation>();
        var ids = new HashSet<String>();
        for (var fact : evidence.facts()) {
            if (!ids.add(fact.id())) {
                found.add(new Violation("I7", "two events have the id " + fact.id()));
            }
            if (!isKnown(fact.type())) {
                found.add(new Violation("I7", "unknown type " + fact.type()));
            }
        }
        evidence.facts().stream()
                .collect(groupingBy(Fact::aggregate))
                .forEach((aggregate, facts) -> sequence(aggregate, facts, found));
        evidence.behind().forEach(late -> found.add(new Violation("I8", "not seen after the time allowed: " + late)));
        evidence.rebuilds().stream()
                .filter(rebuilt -> rebuilt.corrected() != 0 || rebuilt.state().equals("FAILED"))
                .forEach(rebuilt -> found.add(new Violation(
                        "I8",
                        "rebuild %s %s, %d rows differ"
                                .formatted(rebuilt.id(), rebuilt.state(), rebuilt.corrected()))));
        return found;
    }

    private static void sequence(String aggregate, List<Fact> facts, List<Violation> found) {
        for (int next = 0; next < facts.size(); next++) {
            if (facts.get(next).sequence() != next) {
                found.add(new Violation("I7", aggregate + " has no event " + next + " in its place"));
                return;
            }
        }
    }

    private static boolean isKnown(String type) {
        try {
            return LatchkeyEvent.class.isAssignableFrom(Class.forName("io.latchkey.event." + type));
        } catch (ClassNotFoundException unknown) {
            return false;
        }
    }
}
