package io.latchkey.query.replay;

import java.io.Serial;

/** A rebuild is under way, on this node or another; there is only one at a time. */
public final class ReplayRunning extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ReplayRunning() {
        super("a rebuild is under way", null, false, false);
    }
}
