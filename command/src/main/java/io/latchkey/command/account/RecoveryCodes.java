package io.latchkey.command.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The good recovery code and the one that still has to be typed back. */
final class RecoveryCodes {

    record Held(
            String codeId, String sealedVerifier, @Nullable String sealedWrappedKey, Instant at, int strikes) {}

    private @Nullable Held active;
    private @Nullable Held pending;

    void generate(String codeId, String sealedVerifier, Instant at) {
        pending = new Held(codeId, sealedVerifier, null, at, 0);
    }

    void deposit(String codeId, String sealedVerifier, String sealedWrappedKey, Instant at) {
        pending = new Held(codeId, sealedVerifier, sealedWrappedKey, at, 0);
    }

    void strike() {
        if (pending != null) {
            pending = new Held(
                    pending.codeId,
                    pending.sealedVerifier,
                    pending.sealedWrappedKey,
                    pending.at,
                    pending.strikes + 1);
        }
    }

    void activate(String codeId) {
        if (pending != null && pending.codeId.equals(codeId)) {
            active = pending;
            pending = null;
        }
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
}
