package io.latchkey.query.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Following: everything after a cursor in the order it was recorded; never ends, misses and repeats nothing. */
public record FollowTrail(
        TrailFilter filter,
        @Nullable Instant from,
        @Nullable String after,
        int limit) {
    public FollowTrail {
        Page.requireLimit(limit);
        if (after != null) {
            Cursor.following(after);
        }
    }
}
