package io.latchkey.api.mail;

import io.latchkey.value.Malformed;

/** What may stand in a header of a mail: one line, also for mailers that keep only the low byte of a character. */
final class HeaderText {

    private HeaderText() {}

    static String checked(String text) {
        if (text.chars().anyMatch(HeaderText::endsOrHidesALine)) {
            throw new Malformed("mail header", "one line without control characters");
        }
        return text;
    }

    /** U+560A and U+560D are the known ones of those whose low byte ends a line. */
    private static boolean endsOrHidesALine(int character) {
        int low = character & 0xFF;
        return low == '\r'
                || low == '\n'
                || Character.isISOControl(character)
                || character == 0x2028
                || character == 0x2029;
    }
}
