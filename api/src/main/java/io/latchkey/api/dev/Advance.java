package io.latchkey.api.dev;

import io.latchkey.value.Malformed;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How much later it should be: an ISO 8601 duration from a second to 400 days. */
record Advance(@Nullable String by) {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofDays(400);

    Duration checked() {
        var time = parsed();
        if (time.compareTo(LEAST) < 0 || time.compareTo(MOST) > 0) {
            throw new Malformed("by", "a second to 400 days");
        }
        return time;
    }

    private Duration parsed() {
        try {
            return Duration.parse(by == null ? "" : by);
        } catch (DateTimeParseException unreadable) {
            throw new Malformed("by", "a duration such as PT72H or P8D");
        }
    }
}
