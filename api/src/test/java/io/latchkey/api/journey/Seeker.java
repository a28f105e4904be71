package io.latchkey.api.journey;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks for values in a text, however they may be written there, for all of them at once. */
final class Seeker {

    private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{6,8}");

    private final Needles anyCase = new Needles();
    private final Needles exact = new Needles();
    private final Map<String, Pattern> numbers = new HashMap<>();

    Seeker(Collection<String> values) {
        for (var value : values) {
            var digits = value.replace(" ", "");
            if (SHORT_NUMBER.matcher(digits).matches()) {
                numbers.put(value, alone(digits));
            } else {
                spell(value, value);
                spell(value.replaceAll("[\\s-]", ""), value);
            }
        }
    }

    private void spell(String text, String value) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        anyCase.add(lower(text), value);
        anyCase.add(HexFormat.of().formatHex(bytes), value);
        anyCase.add(lower(URLEncoder.encode(text, StandardCharsets.UTF_8)), value);
        anyCase.add(lower(URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")), value);
        var json = Client.JSON.writeValueAsString(text);
        anyCase.add(lower(json.substring(1, json.length() - 1)), value);
        anyCase.add(text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining()), value);
        for (int before = 0; before < 3; before++) {
            exact.add(base64(bytes, before, Base64.getEncoder()), value);
            exact.add(base64(bytes, before, Base64.getUrlEncoder()), value);
        }
    }

    /** The symbols that the value alone decides, when so many bytes stand before it. */
    private static String base64(byte[] bytes, int before, Base64.Encoder encoder) {
        var shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        var text = encoder.withoutPadding().encodeToString(shifted);
        return text.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
    }

    /** So few digits are found anywhere by chance, unless they stand alone. */
    private static Pattern alone(String digits) {
        int half = digits.length() / 2;
        return Pattern.compile(
                "(?<![\\w.:+%-])" + digits.substring(0, half) + " ?" + digits.substring(half) + "(?![\\w.:+%-])");
    }

    /** Those of the values that stand in it. */
    Set<String> in(String text) {
        var found = anyCase.in(lower(text));
        found.addAll(exact.in(text));
        numbers.forEach((value, number) -> {
            if (number.matcher(text).find()) {
                found.add(value);
            }
        });
        return found;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
