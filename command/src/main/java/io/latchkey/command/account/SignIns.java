package io.latchkey.command.account;

import io.latchkey.event.EmailCodeIssued;
import io.latchkey.event.SignInBegun;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sign-ins that wait for their second factor. */
final class SignIns {

    record Waiting(
            String id,
            @Nullable String deviceId,
            Instant expiresAt,
            int strikes,
            @Nullable String sealedEmailCode,
            @Nullable Instant emailCodeExpiresAt,
            @Nullable Instant emailCodeSentAt) {}

    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    void begin(SignInBegun event, Instant at) {
        waiting.values().removeIf(old -> old.expiresAt.isBefore(at));
        waiting.put(
                event.signInId(),
                new Waiting(event.signInId(), event.deviceId(), event.expiresAt(), 0, null, null, null));
    }

    void strike(String id) {
        waiting.computeIfPresent(
                id,
                (key, old) -> new Waiting(
                        key,
                        old.deviceId,
                        old.expiresAt,
                        old.strikes + 1,
                        old.sealedEmailCode,
                        old.emailCodeExpiresAt,
                        old.emailCodeSentAt));
    }

    void mail(EmailCodeIssued event, Instant at) {
        waiting.computeIfPresent(
                event.signInId(),
                (key, old) -> new Waiting(
                        key, old.deviceId, old.expiresAt, old.strikes, event.sealedCode(), event.expiresAt(), at));
    }

    void end(@Nullable String id) {
        if (id != null) {
            waiting.remove(id);
        }
    }

    void endOfDevice(String deviceId) {
        waiting.values().removeIf(begun -> deviceId.equals(begun.deviceId));
    }

    void clear() {
        waiting.clear();
    }

    @Nullable
    Waiting find(String id) {
        return waiting.get(id);
    }
}
