package io.latchkey.query.accounts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How a holder would get back in after losing any one thing or any two. */
final class Readiness {

    private Readiness() {}

    /** For somebody who has this, where what waits takes this long. */
    static List<ReadinessCase> of(Holdings has, Waits waits) {
        return losses().stream().map(lost -> of(has, lost, waits)).toList();
    }

    /** Each alone, then each pair. */
    static List<Set<Loss>> losses() {
        var losses = new ArrayList<Set<Loss>>();
        var all = Loss.values();
        for (var loss : all) {
            losses.add(EnumSet.of(loss));
        }
        for (int first = 0; first < all.length; first++) {
            for (int second = first + 1; second < all.length; second++) {
                losses.add(EnumSet.of(all[first], all[second]));
            }
        }
        return losses;
    }

    private static ReadinessCase of(Holdings has, Set<Loss> lost, Waits waits) {
        var ways = ways(has, lost);
        var add = Arrays.stream(Addition.values())
                .filter(addition -> ways(addition.to(has, lost), lost).size() > ways.size())
                .toList();
        var left = ways.stream().map(way -> new WayLeft(way, way.takes(waits))).toList();
        return new ReadinessCase(List.copyOf(lost), left, add);
    }

    private static List<WayIn> ways(Holdings has, Set<Loss> lost) {
        return Arrays.stream(WayIn.values()).filter(way -> way.open(has, lost)).toList();
    }
}
