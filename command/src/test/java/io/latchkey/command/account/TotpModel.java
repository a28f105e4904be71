package io.latchkey.command.account;

import io.latchkey.event.Reason;
import io.latchkey.totp.Totp;
import io.latchkey.value.TotpAlgorithm;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Authenticators: a code is good for its own step and the next, once, and never after a later one. */
final class TotpModel {

    record Phone(byte[] seed, long lastStep, int ahead) {}

    record Waiting(String id, byte[] seed, Instant end, int strikes) {}

    final Map<String, Phone> phones = new TreeMap<>();

    @Nullable
    Waiting waiting;

    boolean none() {
        return phones.isEmpty();
    }

    void begin(String id, byte[] seed, Instant end) {
        waiting = new Waiting(id, seed, end, 0);
    }

    /** Null when it was right, and then the phone is bound. */
    @Nullable
    Reason confirm(String id, String code, Instant now) {
        var begun = waiting;
        if (begun == null || !begun.id.equals(id)) {
            return Reason.NOT_FOUND;
        }
        waiting = new Waiting(id, begun.seed, begun.end, begun.strikes + 1);
        if (!now.isBefore(begun.end) || begun.strikes >= 5) {
            return Reason.EXPIRED;
        }
        for (int offset = 1; offset >= -1; offset--) {
            if (code(begun.seed, step(now) + offset).equals(code)) {
                phones.put(id, new Phone(begun.seed, step(now) + offset, Math.max(offset, 0)));
                waiting = null;
                return null;
            }
        }
        return Reason.WRONG_PROOF;
    }

    /** Null when it was right, and then it is spent. */
    @Nullable
    Reason spend(String code, Instant now) {
        var reason = Reason.WRONG_PROOF;
        for (var phone : phones.entrySet()) {
            var held = phone.getValue();
            long present = step(now) + held.ahead;
            long step = code(held.seed, present).equals(code)
                    ? present
                    : code(held.seed, present - 1).equals(code) ? present - 1 : -1;
            if (step > held.lastStep) {
                phone.setValue(new Phone(held.seed, step, held.ahead));
                return null;
            }
            reason = step >= 0 ? Reason.ALREADY_USED : reason;
        }
        return reason;
    }

    void clear() {
        phones.clear();
        waiting = null;
    }

    static long step(Instant at) {
        return at.getEpochSecond() / 30;
    }

    static String code(byte[] seed, long step) {
        return Totp.code(seed, TotpAlgorithm.SHA1, 6, step);
    }
}
