package io.latchkey.command;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The time in which a holder can stop what others asked for, and when it is told again. */
public record WaitingPeriod(Instant from, Instant until) {

    /** A day after it began and an hour before it ends, where that lies within. */
    public List<Instant> reminders() {
        return Stream.of(from.plus(Limits.FIRST_REMINDER), until.minus(Limits.LAST_REMINDER))
                .filter(at -> at.isAfter(from) && at.isBefore(until))
                .sorted()
                .toList();
    }

    /** The next reminder after this one, or the end. */
    public Instant nextAfter(Instant last) {
        return reminders().stream().filter(at -> at.isAfter(last)).findFirst().orElse(until);
    }

    public boolean over(Instant now) {
        return !now.isBefore(until);
    }
}
