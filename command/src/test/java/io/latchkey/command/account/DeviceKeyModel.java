package io.latchkey.command.account;

import io.latchkey.command.DeviceProof;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of devices in plain words: from when each counts, and which proofs were taken. */
final class DeviceKeyModel {

    private record Key(String thumbprint, Instant countsFrom) {}

    private final Map<String, Key> keys = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    void bind(String device, DeviceProof proof, Instant now) {
        keys.put(device, new Key(proof.thumbprint(), now.plus(Duration.ofDays(7))));
        take(proof);
    }

    void take(DeviceProof proof) {
        taken.add(id(proof));
    }

    void forget(String device) {
        keys.remove(device);
    }

    void clear() {
        keys.clear();
    }

    boolean counts(String device, Instant now) {
        return keys.containsKey(device) && !now.isBefore(keys.get(device).countsFrom);
    }

    boolean fresh(@Nullable DeviceProof proof, Instant now) {
        return proof != null
                && !proof.issuedAt().isAfter(now.plusSeconds(30))
                && now.isBefore(proof.issuedAt().plusSeconds(60))
                && !taken.contains(id(proof));
    }

    boolean proves(String device, @Nullable DeviceProof proof, Instant now) {
        return counts(device, now)
                && fresh(proof, now)
                && keys.get(device).thumbprint.equals(proof.thumbprint());
    }

    private static String id(DeviceProof proof) {
        return proof.thumbprint() + " " + proof.proofId();
    }
}
