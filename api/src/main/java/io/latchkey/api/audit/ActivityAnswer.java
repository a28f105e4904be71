package io.latchkey.api.audit;

import io.latchkey.query.audit.TrailPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the holder's own trail, newest first. */
record ActivityAnswer(
        List<ActivityLine> records,

        @Schema(description = "The cursor of the next page, for the parameter after; null on the last page") @Nullable
        String next) {

    static ActivityAnswer of(String holder, TrailPage page) {
        return new ActivityAnswer(
                page.records().stream()
                        .map(line -> ActivityLine.of(holder, line))
                        .toList(),
                page.next());
    }
}
