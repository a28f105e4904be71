package io.latchkey.api.audit;

import io.latchkey.value.Malformed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Query parameters to the letter: an unknown, doubled or empty one is refused, so that no filter is silently lost. */
record Parameters(MultiValueMap<String, String> given) {

    private static final int USUAL_LIMIT = 100;

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
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new Malformed(name, "an ISO 8601 time with its offset, such as 2026-11-21T12:00:00Z");
        }
    }
}
