package io.latchkey.command.account;

import io.latchkey.event.TotpEnrolled;
import io.latchkey.event.TotpEnrolmentStarted;
import io.latchkey.totp.TotpParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The authenticators of one account, pending and active; at most one is pending. */
final class Authenticators {

    /** One enrolment; steps up to lastStep are spent. */
    record Authenticator(String id, String sealedSeed, TotpParameters parameters, long lastStep, int drift) {}

    record Pending(Authenticator authenticator, Instant expiresAt, int strikes) {}

    private final Map<String, Authenticator> active = new LinkedHashMap<>();
    private @Nullable Pending pending;

    void start(TotpEnrolmentStarted event) {
        var parameters = new TotpParameters(event.algorithm(), event.digits(), event.periodSeconds());
        var authenticator = new Authenticator(event.authenticatorId(), event.sealedSeed(), parameters, -1, 0);
        pending = new Pending(authenticator, event.expiresAt(), 0);
    }

    void strike(String id) {
        if (pending != null && pending.authenticator.id.equals(id)) {
            pending = new Pending(pending.authenticator, pending.expiresAt, pending.strikes + 1);
        }
    }

    void activate(TotpEnrolled event) {
        if (pending != null) {
            var seed = pending.authenticator;
            active.put(
                    seed.id, new Authenticator(seed.id, seed.sealedSeed, seed.parameters, event.step(), event.drift()));
            pending = null;
        }
    }

    void spend(String id, long step) {
        active.computeIfPresent(
                id, (key, old) -> new Authenticator(key, old.sealedSeed, old.parameters, step, old.drift));
    }

    void remove(String id) {
        active.remove(id);
    }

    void clear() {
        active.clear();
        pending = null;
    }

    @Nullable
    Pending pending(String id) {
        return pending != null && pending.authenticator.id.equals(id) ? pending : null;
    }

    boolean has(String id) {
        return active.containsKey(id);
    }

    boolean none() {
        return active.isEmpty();
    }

    int size() {
        return active.size();
    }

    List<Authenticator> active() {
        return new ArrayList<>(active.values());
    }
}
