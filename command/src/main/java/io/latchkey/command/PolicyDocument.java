package io.latchkey.command;

import java.util.Arrays;
import java.util.List;

/** The rules of all ways back; its version is written into every case that they decide. */
public record PolicyDocument(String version, List<WayRule> ways) {

    public PolicyDocument {
        ways = List.copyOf(ways);
        if (!version.matches("[0-9]{4}-[0-9]+")) {
            throw new IllegalArgumentException("the version must be a year and a number, such as 2026-1");
        }
        var ruled = ways.stream().map(WayRule::way).sorted().toList();
        if (!ruled.equals(Arrays.asList(Way.values()))) {
            throw new IllegalArgumentException("every way must have one rule");
        }
    }

    public WayRule rule(Way way) {
        return ways.stream().filter(rule -> rule.way() == way).findFirst().orElseThrow();
    }
}
