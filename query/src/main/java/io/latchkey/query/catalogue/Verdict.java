package io.latchkey.query.catalogue;

/** How a record ends: something was let through, turned away, or merely happened. */
public enum Verdict {
    ACCEPTED,
    REFUSED,
    INFO
}
