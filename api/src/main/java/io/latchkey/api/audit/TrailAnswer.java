package io.latchkey.api.audit;

import io.latchkey.query.audit.TrailPage;
import io.latchkey.query.audit.TrailRecord;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the trail. */
record TrailAnswer(
        @Schema(description = "The way of reading: bounded (newest first, ends) or follow (oldest first, never ends)")
        String mode,

        List<TrailRecord> records,

        @Schema(description = "The cursor of the next page, for the parameter after; bounded: null on the last page")
        @Nullable
        String next,

        @Schema(description = "False while the trail is being written anew and records may be missing for a moment")
        boolean complete) {

    static TrailAnswer of(boolean follow, TrailPage page) {
        return new TrailAnswer(follow ? "follow" : "bounded", page.records(), page.next(), page.complete());
    }
}
