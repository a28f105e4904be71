package io.latchkey.store;

/** History holds a fact that this version cannot read. */
public final class UnknownEvent extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownEvent(String type) {
        super("History holds an event of the unknown type " + type + ": run a version that knows it.");
    }
}
