package io.latchkey.api.edge;

import java.util.List;
import java.util.stream.Stream;

/** What one client may still do. */
record Client(List<Quota> guesses, Quota starts) {

    /** The quotas that stand in the way; a start that is let through is counted at once. */
    List<Quota> used(boolean start) {
        var empty = guesses.stream().filter(Quota::isUsed);
        return Stream.concat(empty, start && !starts.take() ? Stream.of(starts) : Stream.empty())
                .toList();
    }

    void guessed() {
        guesses.forEach(Quota::take);
    }
}
