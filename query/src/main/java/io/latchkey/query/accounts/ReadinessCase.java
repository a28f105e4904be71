package io.latchkey.query.accounts;

import java.util.List;
import java.util.stream.Collectors;

/** When this is lost: the ways that are left, and what would open more of them. */
public record ReadinessCase(List<Loss> lost, List<WayLeft> ways, List<Addition> add) {

    /** Where nothing can be added before something else is done. */
    ReadinessCase withoutAdvice() {
        return new ReadinessCase(lost, ways, List.of());
    }

    public String sentence() {
        var losses = lost.stream().map(Loss::words).collect(Collectors.joining(" and "));
        var start = "If " + losses + (lost.size() == 1 ? " is lost, " : " are lost, ");
        return switch (ways.size()) {
            case 0 -> start + "no way is left" + (add.isEmpty() ? ", and nothing can be added." : ".");
            case 1 -> start + "one way is left.";
            default -> start + ways.size() + " ways are left.";
        };
    }
}
