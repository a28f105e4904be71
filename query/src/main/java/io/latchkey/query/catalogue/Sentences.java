package io.latchkey.query.catalogue;

import io.latchkey.event.Reason;
import io.latchkey.event.SessionKind;
import io.latchkey.value.Factor;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the plain sentence of a record, when it is read: better words reach old records too. */
public final class Sentences {

    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    private Sentences() {}

    public static String of(
            String type, @Nullable String factor, @Nullable String reason, Map<String, Object> details) {
        var template = Catalogue.find(type).map(Entry::sentence).orElse("Something happened (" + type + ").");
        var filled = BLANK.matcher(template)
                .replaceAll(blank -> Matcher.quoteReplacement(
                        blank.group(1).equals("factor") ? word("factor", factor) : word(blank.group(1), details)));
        return reason == null ? filled : filled + " " + Words.of(Reason.valueOf(reason));
    }

    private static String word(String name, Map<String, Object> details) {
        return word(name, details.get(name));
    }

    private static String word(String name, @Nullable Object value) {
        return switch (value) {
            case null -> "something";
            case Collection<?> many ->
                many.isEmpty()
                        ? "nothing"
                        : many.stream().map(one -> word("factor", one)).collect(Collectors.joining(", "));
            case Object one when name.equals("factor") -> Words.of(Factor.valueOf(one.toString()));
            case Object one when name.equals("kind") -> Words.of(SessionKind.valueOf(one.toString()));
            case Object one when name.equals("role") -> one.toString().toLowerCase(Locale.ROOT);
            case Object one -> one.toString();
        };
    }
}
