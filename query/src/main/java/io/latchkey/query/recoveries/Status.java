package io.latchkey.query.recoveries;

/** Where a recovery stands. */
public enum Status {
    OPEN,
    WAITING,
    COMPLETED,
    EXPIRED,
    CANCELLED;

    /** Not at its end yet. */
    public boolean runs() {
        return this == OPEN || this == WAITING;
    }
}
