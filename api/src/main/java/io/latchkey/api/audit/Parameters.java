package io.latchkey.api.audit;

import io.latchkey.value.Malformed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Query parameters to the letter: an unknown, doubled or empty one is refused, so that no filter is silently lost. */
record Parameters(MultiValueMap<String, String> given) {

    private static final int USUAL_LIMIT = 100;
    private static final int LONGEST = 200;
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    Parameters only(Set<String> known) {
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new Malformed(
                        "parameter",
                        "one of " + String.join(", ", known.stream().sorted().toList()));
            }
            if (values.size() != 1
                    || values.getFirst() == null
                    || values.getFirst().isBlank()) {
                throw new Malformed(name, "once, with a value");
            }
            if (values.getFirst().length() > LONGEST
                    || NO_TEXT.matcher(values.getFirst()).find()) {
                throw new Malformed(name, "at most " + LONGEST + " characters, no control characters");
            }
        });
        return this;
    }

    @Nullable
    String text(String name) {
        return given.getFirst(name);
    }

    boolean flag(String name) {
        return switch (text(name)) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            case String other -> throw new Malformed(name, "true or false");
        };
    }

    int limit() {
        var limit = text("limit");
        try {
            return limit == null ? USUAL_LIMIT : Integer.parseInt(limit);
        } catch (NumberFormatException notANumber) {
            throw new Malformed("limit", "a whole number");
        }
    }

    @Nullable
    Instant instant(String name) {
        var text = text(name);
        try {
            var time = text == null ? null : OffsetDateTime.parse(text);
            if (time != null && (time.getYear() < 1 || time.getYear() > 9999)) {
                throw new Malformed(name, "a year from 1 to 9999");
            }
            return time == null ? null : time.toInstant();
        } catch (DateTimeException notATime) {
            throw new Malformed(name, "an ISO 8601 time with its offset, such as 2026-11-21T12:00:00Z");
        }
    }
}
