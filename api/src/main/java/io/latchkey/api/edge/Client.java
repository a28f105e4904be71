package io.latchkey.api.edge;

import java.util.List;
import java.util.stream.Stream;

/** What one client may still do. A request counts as a wrong guess until it is known to be none: asking in parallel gains nothing. */
record Client(List<Quota> guesses, Quota starts) {

    /** Counts the request, or answers the quotas that stand in its way. */
    synchronized List<Quota> claim(boolean start) {
        var quotas = Stream.concat(guesses.stream(), start ? Stream.of(starts) : Stream.empty())
                .toList();
        var used = quotas.stream().filter(Quota::isUsed).toList();
        if (used.isEmpty()) {
            quotas.forEach(Quota::take);
        }
        return used;
    }

    /** The request was no wrong guess. */
    synchronized void clear() {
        guesses.forEach(Quota::giveBack);
    }
}
