package io.latchkey.query.audit;

import io.latchkey.event.Reason;
import io.latchkey.query.catalogue.Catalogue;
import io.latchkey.query.catalogue.Verdict;
import io.latchkey.value.Malformed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the records must have in common; what is null may be anything. */
public record TrailFilter(
        @Nullable String account,
        @Nullable String recovery,
        @Nullable String actor,
        @Nullable String type,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable String clientKey,
        @Nullable String correlation) {

    public static final TrailFilter ALL = new TrailFilter(null, null, null, null, null, null, null, null);
    private static final int LONGEST = 128;

    public TrailFilter {
        checked("account", account);
        checked("recovery", recovery);
        checked("actor", actor);
        checked("correlation", correlation);
        if (type != null && Catalogue.find(type).isEmpty()) {
            throw new Malformed("type", "a type of the catalogue, see /v1/audit/event-types");
        }
        one("outcome", outcome, Verdict.values());
        one("reason", reason, Reason.values());
    }

    public static TrailFilter account(String accountId) {
        return new TrailFilter(accountId, null, null, null, null, null, null, null);
    }

    private static void checked(String field, @Nullable String value) {
        if (value != null && (value.isBlank() || value.length() > LONGEST || value.indexOf('\0') >= 0)) {
            throw new Malformed(field, "1 to 128 characters");
        }
    }

    private static void one(String field, @Nullable String value, Enum<?>[] known) {
        if (value != null && Arrays.stream(known).noneMatch(word -> word.name().equals(value))) {
            throw new Malformed(field, "a known " + field + " in capital letters");
        }
    }
}
