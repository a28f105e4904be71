package io.latchkey.api.mail;

import io.latchkey.value.Factor;
import java.util.Locale;

/** The words for what stands in an event as a name or a number. */
final class Spelling {

    private Spelling() {}

    static String of(Object value) {
        return switch (value) {
            case Factor factor -> of(factor);
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            default -> value.toString();
        };
    }

    private static String of(Factor factor) {
        return switch (factor) {
            case PASSWORD -> "password";
            case TOTP -> "codes of your authenticator";
            case BACKUP_CODE -> "backup codes";
            case EMAIL_CODE -> "codes by e-mail";
            case RECOVERY_CODE -> "recovery code";
            case DEVICE_KEY -> "proofs of a trusted device";
            case VOICE_CODE -> "codes of people you help";
        };
    }
}
