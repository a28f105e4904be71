package io.latchkey.store;

import org.jspecify.annotations.Nullable;

/** History holds a fact that this version cannot read. */
public final class UnknownEvent extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownEvent(String type, @Nullable String revision) {
        // Readers meet it again and again until the node is replaced: one line each time is enough.
        super(
                "History holds an event of the unknown type " + type
                        + (revision == null ? "" : ", revision " + revision) + ": run a version that knows it.",
                null,
                false,
                false);
    }
}
