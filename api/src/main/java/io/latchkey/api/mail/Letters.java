package io.latchkey.api.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts of all mails; each is a file whose first line is the subject. */
final class Letters {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final Map<Kind, Letter> templates = Arrays.stream(Kind.values())
            .collect(Collectors.toMap(
                    Function.identity(), Letters::template, (one, other) -> one, () -> new EnumMap<>(Kind.class)));
    private final Map<String, String> always;

    Letters(String contact) {
        this.always = Map.of("contact", contact);
    }

    /** Every place is filled once; what is filled in is not looked at again. */
    Letter letter(Kind kind, Map<String, ?> values) {
        var template = Objects.requireNonNull(templates.get(kind));
        return new Letter(
                template.subject(),
                PLACE.matcher(template.text())
                        .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values))));
    }

    private String value(String place, Map<String, ?> values) {
        var value = values.get(place);
        return value != null ? value.toString() : Objects.requireNonNull(always.get(place), place);
    }

    private static Letter template(Kind kind) {
        var own = Letter.split(resource(kind.spelling()));
        return kind.notice()
                ? new Letter(
                        own.subject(),
                        resource("notice").replace("{notice}", own.text().strip()))
                : own;
    }

    private static String resource(String name) {
        try (var file = Letters.class.getResourceAsStream("/mail/" + name + ".txt")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
