package io.latchkey.value;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people type, made one spelling of. */
final class Typed {
    private static final int LONGEST = 1024;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\p{IsWhite_Space}\\p{Pd}\\x{2212}]+");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final Pattern LINE_TRICKS =
            Pattern.compile("[\\p{Zl}\\p{Zp}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
    private static final Pattern EDGES = Pattern.compile("^\\p{IsWhite_Space}+|\\p{IsWhite_Space}+$");

    private Typed() {}

    /** Long input is refused before any work is spent on it. */
    static String present(String field, @Nullable String value) {
        if (value == null) {
            throw new Malformed(field, "required");
        }
        if (value.length() > LONGEST) {
            throw new Malformed(field, "too long");
        }
        return value;
    }

    static void uuid(String field, @Nullable String value) {
        if (!UUID.matcher(present(field, value)).matches()) {
            throw new Malformed(field, "a lower-case UUID");
        }
    }

    static String digits(String field, @Nullable String typed) {
        var plain = Normalizer.normalize(present(field, typed), Form.NFKC);
        return SEPARATORS.matcher(plain).replaceAll("");
    }

    static String line(String field, @Nullable String typed, int longest) {
        var plain = withoutControls(field, typed);
        if (LINE_TRICKS.matcher(plain).find()) {
            throw new Malformed(field, "no line separators or direction marks");
        }
        return sized(field, EDGES.matcher(plain).replaceAll(""), 1, longest);
    }

    static String withoutControls(String field, @Nullable String typed) {
        var plain = Normalizer.normalize(present(field, typed), Form.NFC);
        if (CONTROLS.matcher(plain).find()) {
            throw new Malformed(field, "no control characters");
        }
        return plain;
    }

    static String sized(String field, String plain, int shortest, int longest) {
        var length = plain.codePointCount(0, plain.length());
        if (length < shortest || length > longest) {
            throw new Malformed(field, shortest + " to " + longest + " characters");
        }
        return plain;
    }
}
