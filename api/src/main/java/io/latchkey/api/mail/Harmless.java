package io.latchkey.api.mail;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Text that somebody chose, made fit for a mail: short, one line, nothing a mail program would turn into a link. */
final class Harmless {

    private static final int LONGEST = 64;

    private Harmless() {}

    /** Letters, digits and a few signs stay; dots, colons, slashes and all else become spaces. */
    static String of(String chosen) {
        var plain = Normalizer.normalize(chosen, Form.NFKC)
                .replaceAll("[^\\p{L}\\p{M}\\p{Nd} _'()+,-]", " ")
                .replaceAll(" {2,}", " ")
                .strip();
        var count = plain.codePointCount(0, plain.length());
        return count <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)).strip();
    }
}
