package io.latchkey;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The one clock that the framework gives all events, as whoever works on this thread set it, so that tests run beside each other. */
public final class EventClock extends Clock {

    /** For the lock of tests that have the clock of all threads for themselves. */
    public static final String OF_ALL = "the clock of all events";

    public static final Clock OF_THE_THREAD = new EventClock();

    private static final ThreadLocal<Clock> SET = new ThreadLocal<>();

    private EventClock() {}

    public static void set(Clock clock) {
        SET.set(clock);
    }

    @Override
    public Instant instant() {
        return SET.get().instant();
    }

    @Override
    public ZoneId getZone() {
        return SET.get().getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return SET.get().withZone(zone);
    }
}
