package io.latchkey.value;

import java.security.SecureRandom;

/** The short code that somebody who lost access reads out to a recovery contact. */
public record VoiceCode(String digits) {
    public VoiceCode {
        digits = Typed.digits("code", digits);
        if (!digits.matches("[0-9]{6}")) {
            throw new Malformed("code", "six digits");
        }
    }

    public static VoiceCode random(SecureRandom random) {
        var digits = Integer.toString(random.nextInt(1_000_000));
        return new VoiceCode("0".repeat(6 - digits.length()) + digits);
    }

    public String formatted() {
        return digits.substring(0, 3) + " " + digits.substring(3);
    }

    @Override
    public String toString() {
        return "VoiceCode[hidden]";
    }
}
