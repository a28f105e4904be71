package io.latchkey.value;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/** The shape of codes people keep on paper: Crockford's symbols in groups of four, the last one a check symbol. */
record SavedCode(String field, String prefix, int length) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SEPARATORS = Pattern.compile("[\\p{IsWhite_Space}\\p{Pd}\\x{2212}_.]+");

    String read(String typed) {
        var plain = Normalizer.normalize(Typed.present(field, typed), Form.NFKC).toUpperCase(Locale.ROOT);
        var body = withoutPrefix(SEPARATORS.matcher(plain).replaceAll(""))
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (!body.chars().allMatch(symbol -> ALPHABET.indexOf(symbol) >= 0)) {
            throw new Malformed(field, "only digits and letters, without U");
        }
        if (body.length() != length) {
            throw new Malformed(field, length + " symbols");
        }
        if (check(body.substring(0, length - 1)) != body.charAt(length - 1)) {
            throw new Malformed(field, "check symbol");
        }
        return body;
    }

    String write(String body) {
        return prefix + "-" + String.join("-", body.split("(?<=\\G.{4})"));
    }

    /** The prefix holds a U, which no body does: it cannot be mistaken. */
    private String withoutPrefix(String symbols) {
        var start = prefix.substring(0, 3);
        var prefixed = symbols.length() > 3 && symbols.startsWith(start) && "1IL".indexOf(symbols.charAt(3)) >= 0;
        return prefixed ? symbols.substring(4) : symbols;
    }

    static String checked(String symbols) {
        return symbols + check(symbols);
    }

    static String random(int count, SecureRandom random) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        var symbols = new StringBuilder(count);
        for (var value : bytes) {
            symbols.append(ALPHABET.charAt(value & 31));
        }
        return symbols.toString();
    }

    /** The high bits of the bytes, five to a symbol. */
    static String of(byte[] bytes, int count) {
        var symbols = new StringBuilder(count);
        for (var symbol = 0; symbol < count; symbol++) {
            var value = 0;
            for (var bit = symbol * 5; bit < symbol * 5 + 5; bit++) {
                value = (value << 1) | ((bytes[bit / 8] >> (7 - bit % 8)) & 1);
            }
            symbols.append(ALPHABET.charAt(value));
        }
        return symbols.toString();
    }

    /** The sum of a^(i+1) times symbol i over GF(32): it changes with any one symbol and with any swap. */
    static char check(String symbols) {
        var sum = 0;
        for (var i = symbols.length() - 1; i >= 0; i--) {
            sum = doubled(sum ^ ALPHABET.indexOf(symbols.charAt(i)));
        }
        return ALPHABET.charAt(sum);
    }

    private static int doubled(int element) {
        return element < 16 ? element << 1 : (element << 1) ^ 0x25;
    }
}
