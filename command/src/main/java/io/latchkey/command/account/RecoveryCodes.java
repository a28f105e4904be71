package io.latchkey.command.account;

import io.latchkey.command.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The good recovery code and the one that still has to be typed back. */
final class RecoveryCodes {

    record Held(
            String codeId, String sealedVerifier, @Nullable String sealedWrappedKey, Instant at, int strikes) {}

    private @Nullable Held active;
    private @Nullable Held pending;
    private Instant activatedAt = Instant.EPOCH;
    private int kitStrikes;

    void generate(String codeId, String sealedVerifier, Instant at) {
        pending = new Held(codeId, sealedVerifier, null, at, 0);
        kitStrikes = 0;
    }

    void deposit(String codeId, String sealedVerifier, String sealedWrappedKey, Instant at) {
        pending = new Held(codeId, sealedVerifier, sealedWrappedKey, at, 0);
        kitStrikes = 0;
    }

    void strike() {
        if (pending != null) {
            pending = new Held(
                    pending.codeId, pending.sealedVerifier, pending.sealedWrappedKey, pending.at, pending.strikes + 1);
        }
    }

    void activate(String codeId, Instant at) {
        if (pending != null && pending.codeId.equals(codeId)) {
            active = pending;
            pending = null;
            activatedAt = at;
        }
    }

    void strikeKit() {
        kitStrikes++;
    }

    void revoke(String codeId) {
        if (active != null && active.codeId.equals(codeId)) {
            active = null;
        }
    }

    void clear() {
        active = null;
        pending = null;
    }

    @Nullable
    Held active() {
        return active;
    }

    @Nullable
    Held pending() {
        return pending;
    }

    int kitStrikes() {
        return kitStrikes;
    }

    /** The codes that were just made: waiting to be typed back, or typed back a short time ago. */
    List<Held> fresh(Instant now) {
        var fresh = new ArrayList<Held>();
        if (pending != null && now.isBefore(pending.at.plus(Limits.RECOVERY_CODE_CONFIRMATION))) {
            fresh.add(pending);
        }
        if (active != null && now.isBefore(activatedAt.plus(Limits.RECOVERY_KIT))) {
            fresh.add(active);
        }
        return fresh;
    }
}
