package io.latchkey.api.storm;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Everything the checker looks at, read once: what clients know, what the stores hold, what lies in files. */
public record Evidence(
        Instant at,
        History.Told told,
        List<Fact> facts,
        List<Line> trail,
        long throttled,
        List<Mail> outbox,
        List<Letter> letters,
        List<Rebuilt> rebuilds,
        List<String> behind,
        List<String> leftOver,
        Map<String, String> places) {

    /** An event as it is stored; the operation is the one whose request recorded it, empty when the service did by itself. */
    public record Fact(
            String id, String aggregate, long sequence, String type, Instant at, JsonNode payload, String operation) {

        String text(String field) {
            return payload.path(field).asString("");
        }
    }

    /** A line of the trail. */
    public record Line(String eventId, String aggregate, long sequence, String type) {}

    /** A row of the outbox. */
    public record Mail(String id, String kind, String state, Instant due, Instant expires) {}

    /** A mail as it was delivered. */
    public record Letter(String file, String messageId, String subject) {}

    /** A comparison of the read models with fresh ones; the rows that differed were put right. */
    public record Rebuilt(String id, String state, long corrected) {}
}
