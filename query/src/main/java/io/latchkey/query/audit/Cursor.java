package io.latchkey.query.audit;

import io.latchkey.value.Malformed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the trail to go on from; opaque outside, and good for as long as the trail is. */
final class Cursor {

    private static final Pattern BOUNDED = Pattern.compile("b1:(-?\\d{1,17}):(\\d{1,18})");
    private static final Pattern FOLLOWING = Pattern.compile("f1:(\\d{1,18})");

    /** Everything older than this comes next. */
    record Before(Instant at, long position) {

        String text() {
            return encoded("b1:" + ChronoUnit.MICROS.between(Instant.EPOCH, at) + ":" + position);
        }
    }

    private Cursor() {}

    static Before bounded(String text) {
        var values = decoded(text, BOUNDED);
        var at = Instant.EPOCH.plus(Long.parseLong(values.group(1)), ChronoUnit.MICROS);
        var before = new Before(at, Long.parseLong(values.group(2)));
        return same(before, before.text(), text);
    }

    static long following(String text) {
        var position = Long.parseLong(decoded(text, FOLLOWING).group(1));
        return same(position, following(position), text);
    }

    static String following(long position) {
        return encoded("f1:" + position);
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** Only the very text that was given out is taken back. */
    private static <T> T same(T place, String givenOut, String text) {
        if (!givenOut.equals(text)) {
            throw broken();
        }
        return place;
    }

    private static Matcher decoded(String text, Pattern form) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            var values = form.matcher(plain);
            if (values.matches()) {
                return values;
            }
        } catch (IllegalArgumentException notBase64) {
            throw broken();
        }
        throw broken();
    }

    private static Malformed broken() {
        return new Malformed("after", "a cursor from the page before, of the same way of reading");
    }
}
