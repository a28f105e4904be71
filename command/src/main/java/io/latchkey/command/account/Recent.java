package io.latchkey.command.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often something happened within a period, of which only so much may. */
final class Recent {

    private final Duration within;
    private final int most;
    private final Deque<Instant> times = new ArrayDeque<>();

    Recent(Duration within, int most) {
        this.within = within;
        this.most = most;
    }

    void add(Instant at) {
        times.removeIf(old -> isPast(old, at));
        times.add(at);
    }

    boolean full(Instant now) {
        return times.stream().filter(old -> !isPast(old, now)).count() >= most;
    }

    private boolean isPast(Instant at, Instant now) {
        return !now.isBefore(at.plus(within));
    }
}
