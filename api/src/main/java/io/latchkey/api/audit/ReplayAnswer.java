package io.latchkey.api.audit;

import io.latchkey.query.replay.ReplayProgress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a rebuild came. */
record ReplayAnswer(
        String replayId,
        String requestedBy,
        String reason,

        @Schema(allowableValues = {"running", "finished", "failed", "interrupted"})
        String state,

        long events,
        long ofEvents,

        @Schema(description = "Rows that were not as the events say, and were put right; it should be none")
        long corrected,

        Instant startedAt,
        @Nullable Instant endedAt) {

    static ReplayAnswer of(ReplayProgress progress) {
        return new ReplayAnswer(
                progress.replayId(),
                progress.requestedBy(),
                progress.reason(),
                progress.state().name().toLowerCase(Locale.ROOT),
                progress.events(),
                progress.ofEvents(),
                progress.corrected(),
                progress.startedAt(),
                progress.endedAt());
    }
}
