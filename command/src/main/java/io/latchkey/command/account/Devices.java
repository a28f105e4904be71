package io.latchkey.command.account;

import io.latchkey.command.Limits;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trusted devices and when each was last used; unused for 90 days it lapses. */
final class Devices {

    private final Map<String, Instant> lastUsed = new LinkedHashMap<>();

    void use(@Nullable String id, Instant at) {
        if (id != null) {
            lastUsed.computeIfPresent(id, (key, old) -> at);
        }
    }

    void trust(String id, Instant at) {
        lastUsed.values().removeIf(used -> !at.isBefore(used.plus(Limits.DEVICE_UNUSED)));
        lastUsed.put(id, at);
    }

    void forget(String id) {
        lastUsed.remove(id);
    }

    void clear() {
        lastUsed.clear();
    }

    long size(Instant now) {
        return lastUsed.keySet().stream().filter(id -> trusted(id, now)).count();
    }

    boolean has(String id) {
        return lastUsed.containsKey(id);
    }

    boolean trusted(String id, Instant now) {
        var used = lastUsed.get(id);
        return used != null && now.isBefore(used.plus(Limits.DEVICE_UNUSED));
    }
}
