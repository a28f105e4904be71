package io.latchkey.command.account;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** All a person was ever shown or sent, in the order it came. */
final class Purse {

    enum Kind {
        PASSWORD,
        SECRET_KEY,
        SESSION,
        SIGN_IN,
        PHONE,
        SEED,
        TOTP_SENT,
        BACKUP_CODE,
        BACKUP_SENT,
        SET,
        RECOVERY_CODE,
        ACTIVATED,
        DEVICE,
        MAILBOX_CODE,
        MAILBOX_LINK,
        EMAIL_CODE,
        RECOVERY,
        RECOVERY_MAIL,
        RECOVERY_LINK,
        RESET,
        RESET_MAIL,
        RESET_LINK,
        VETO
    }

    private final Map<Kind, List<String>> kept = new EnumMap<>(Kind.class);

    void keep(Kind kind, String value) {
        kept.computeIfAbsent(kind, key -> new ArrayList<>()).add(value);
    }

    List<String> all(Kind kind) {
        return kept.getOrDefault(kind, List.of());
    }

    String newest(Kind kind, String otherwise) {
        var all = all(kind);
        return all.isEmpty() ? otherwise : all.getLast();
    }

    String any(Kind kind, Random dice, String otherwise) {
        var all = all(kind);
        return all.isEmpty() ? otherwise : all.get(dice.nextInt(all.size()));
    }
}
