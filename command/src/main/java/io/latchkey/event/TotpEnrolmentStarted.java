package io.latchkey.event;

import io.latchkey.value.TotpAlgorithm;
import java.time.Instant;

/** An authenticator waits for its first right code. */
public record TotpEnrolmentStarted(
        String accountId,
        String authenticatorId,
        String sealedName,
        String sealedSeed,
        TotpAlgorithm algorithm,
        int digits,
        int periodSeconds,
        Instant expiresAt)
        implements AccountEvent {}
