package io.latchkey.query.recoveries;

/** Where a recovery stands. */
public enum Status {
    OPEN,
    WAITING,
    COMPLETED,
    EXPIRED,
    CANCELLED
}
