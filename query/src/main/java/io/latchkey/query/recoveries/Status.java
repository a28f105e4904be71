package io.latchkey.query.recoveries;

/** Where a recovery stands. */
public enum Status {
    OPEN,
    COMPLETED,
    EXPIRED,
    CANCELLED
}
