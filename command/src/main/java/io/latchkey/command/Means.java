package io.latchkey.command;

import io.latchkey.secret.Hashing;
import io.latchkey.secret.Sealer;
import io.latchkey.value.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/** Time, chance, cryptography and the two unique indexes, handed to every decision. */
public record Means(
        Clock clock,
        SecureRandom random,
        Ids ids,
        Sealer sealer,
        Hashing hashing,
        Identifiers identifiers,
        BootstrapTokens bootstrapTokens,
        ThrottleLog throttleLog,
        Policy policy) {

    public Instant now() {
        return clock.instant();
    }
}
