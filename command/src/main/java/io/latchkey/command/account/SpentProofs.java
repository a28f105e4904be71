package io.latchkey.command.account;

import io.latchkey.command.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The device proofs that were accepted lately; what is older than this is refused for its age. */
final class SpentProofs {

    private static final Duration KEPT = Limits.DEVICE_PROOF.plus(Limits.DEVICE_PROOF_AHEAD);

    private final Map<String, Instant> spent = new HashMap<>();

    void spend(String digest, Instant at) {
        spent.values().removeIf(old -> at.isAfter(old.plus(KEPT)));
        spent.put(digest, at);
    }

    boolean has(String digest) {
        return spent.containsKey(digest);
    }
}
