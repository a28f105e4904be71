package io.latchkey.command.account;

import io.latchkey.command.Limits;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trusted devices, their keys and when each was last used; unused for 90 days a device lapses. */
final class Devices {

    private record Device(Instant usedAt, @Nullable Key key) {

        boolean trusted(Instant now) {
            return now.isBefore(usedAt.plus(Limits.DEVICE_UNUSED));
        }
    }

    /** A key counts when whoever was told of it had a week to object. */
    record Key(String sealedThumbprint, Instant boundAt) {

        boolean counts(Instant now) {
            return !now.isBefore(boundAt.plus(Limits.DEVICE_KEY_QUARANTINE));
        }
    }

    private final Map<String, Device> devices = new LinkedHashMap<>();

    void use(@Nullable String id, Instant at) {
        if (id != null) {
            devices.computeIfPresent(id, (key, old) -> new Device(at, old.key));
        }
    }

    void trust(String id, Instant at) {
        add(id, at, null);
    }

    void bind(String id, String sealedThumbprint, Instant at) {
        add(id, at, new Key(sealedThumbprint, at));
    }

    private void add(String id, Instant at, @Nullable Key key) {
        devices.values().removeIf(device -> !device.trusted(at));
        devices.put(id, new Device(at, key));
    }

    void forget(String id) {
        devices.remove(id);
    }

    void clear() {
        devices.clear();
    }

    long size(Instant now) {
        return devices.values().stream().filter(device -> device.trusted(now)).count();
    }

    boolean has(String id) {
        return devices.containsKey(id);
    }

    boolean trusted(String id, Instant now) {
        var device = devices.get(id);
        return device != null && device.trusted(now);
    }

    List<String> trusted(Instant now) {
        return devices.entrySet().stream()
                .filter(entry -> entry.getValue().trusted(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The key bound to a device that is still trusted, or null. */
    @Nullable
    Key key(@Nullable String id, Instant now) {
        var device = devices.get(id);
        return device != null && device.trusted(now) ? device.key : null;
    }
}
