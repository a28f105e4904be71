package io.latchkey.api.audit;

import io.latchkey.query.audit.TrailRecord;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that happened to the holder's account. */
record ActivityLine(
        String id,
        Instant at,
        String type,
        String outcome,
        @Nullable String reason,
        String sentence,

        @Schema(description = "you, staff, somebody (nobody had signed in) or the service")
        String by,

        @Nullable String recoveryId,
        @Nullable String client,
        @Nullable String agent,
        @Nullable String correlationId) {

    static ActivityLine of(String holder, TrailRecord line) {
        return new ActivityLine(
                line.id(),
                line.at(),
                line.type(),
                line.outcome(),
                line.reason(),
                line.sentence(),
                by(holder, line.actor()),
                line.recoveryId(),
                line.client(),
                line.agent(),
                line.correlationId());
    }

    private static String by(String holder, TrailRecord.Person actor) {
        if (actor.id().equals(holder)) {
            return "you";
        }
        return switch (actor.id()) {
            case "anonymous" -> "somebody";
            case "system" -> "the service";
            case String other -> "staff";
        };
    }
}
