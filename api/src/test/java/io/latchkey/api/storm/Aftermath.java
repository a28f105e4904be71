package io.latchkey.api.storm;

import io.latchkey.api.journey.Needles;
import java.util.ArrayList;
import java.util.List;

/** No secret is readable anywhere; after each fault the service is whole again by itself and does its work: I11, I14, I15. */
final class Aftermath {

    private Aftermath() {}

    static List<Violation> check(Evidence evidence) {
        var found = new ArrayList<Violation>();
        var told = evidence.told();
        var canaries = new Needles();
        told.canaries().forEach(canary -> {
            canaries.add(canary.value(), canary.name());
            canaries.add(canary.value().replace("-", ""), canary.name());
        });
        evidence.places()
                .forEach((place, content) -> canaries.in(content)
                        .forEach(name -> found.add(new Violation("I11", name + " is readable in " + place))));
        evidence.letters()
                .forEach(letter -> canaries.in(letter.subject())
                        .forEach(name -> found.add(new Violation("I11", name + " in a subject"))));
        told.faults().stream()
                .filter(fault -> fault.readyAfterMillis() > fault.allowedMillis())
                .forEach(fault -> found.add(new Violation("I14", "ready too late: " + fault)));
        evidence.leftOver().forEach(left -> found.add(new Violation("I14", left)));
        told.faults().stream()
                .filter(fault ->
                        told.probes().stream().noneMatch(probe -> probe.at().isAfter(fault.at())))
                .forEach(fault -> found.add(new Violation("I15", "nobody was seen to recover after " + fault)));
        told.probes().stream()
                .filter(probe -> !probe.back())
                .forEach(probe -> found.add(new Violation("I15", "no way back: " + probe)));
        return found;
    }
}
