package io.latchkey.query.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a rebuild came. Corrected counts the rows that were not as the events say; it should be none. */
public record ReplayProgress(
        String replayId,
        String requestedBy,
        String reason,
        State state,
        long events,
        long ofEvents,
        long corrected,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** Interrupted: the node went down; the live read models were not touched and another rebuild may be started. */
    public enum State {
        RUNNING,
        FINISHED,
        FAILED,
        INTERRUPTED
    }
}
