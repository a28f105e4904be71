package io.latchkey.query.audit;

import io.latchkey.value.Malformed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Bounded reading: what happened from one time until before another, newest first, with an end. */
public record FindTrail(
        TrailFilter filter,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String after,
        int limit) {
    public FindTrail {
        Page.requireLimit(limit);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new Malformed("from", "earlier than to");
        }
        if (after != null) {
            Cursor.bounded(after);
        }
    }
}
