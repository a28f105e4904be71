package io.latchkey.value;

import java.security.SecureRandom;

/** The one-time code that travels by e-mail. */
public record MailedCode(String digits) {
    public MailedCode {
        digits = Typed.digits("mailed code", digits);
        if (!digits.matches("[0-9]{8}")) {
            throw new Malformed("mailed code", "eight digits");
        }
    }

    public static MailedCode random(SecureRandom random) {
        var digits = Integer.toString(random.nextInt(100_000_000));
        return new MailedCode("0".repeat(8 - digits.length()) + digits);
    }

    public String formatted() {
        return digits.substring(0, 4) + " " + digits.substring(4);
    }

    @Override
    public String toString() {
        return "MailedCode[hidden]";
    }
}
