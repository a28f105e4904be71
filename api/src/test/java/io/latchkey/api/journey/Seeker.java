package io.latchkey.api.journey;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks for one value in a text, however it may be written there. */
final class Seeker {

    private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{6,8}");

    private final Set<String> anyCase = new LinkedHashSet<>();
    private final Set<String> exact = new LinkedHashSet<>();
    private final Pattern number;

    Seeker(String value) {
        var digits = value.replace(" ", "");
        number = SHORT_NUMBER.matcher(digits).matches() ? alone(digits) : null;
        if (number == null) {
            spell(value);
            spell(value.replaceAll("[\\s-]", ""));
        }
    }

    private void spell(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        anyCase.add(lower(value));
        anyCase.add(HexFormat.of().formatHex(bytes));
        anyCase.add(lower(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        anyCase.add(lower(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
        var json = Client.JSON.writeValueAsString(value);
        anyCase.add(lower(json.substring(1, json.length() - 1)));
        anyCase.add(value.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining()));
        for (int before = 0; before < 3; before++) {
            exact.add(base64(bytes, before, Base64.getEncoder()));
            exact.add(base64(bytes, before, Base64.getUrlEncoder()));
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

    boolean finds(String text) {
        return finds(text, lower(text));
    }

    /** The same for many values: the text in lower case is made once. */
    boolean finds(String text, String lowered) {
        return number != null
                ? number.matcher(text).find()
                : anyCase.stream().anyMatch(lowered::contains) || exact.stream().anyMatch(text::contains);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
