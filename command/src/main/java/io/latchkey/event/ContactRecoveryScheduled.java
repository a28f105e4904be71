package io.latchkey.event;

import java.time.Instant;

/** Enough contacts approved; the holder can stop it until the waiting period is over. */
public record ContactRecoveryScheduled(
        String accountId, String recoveryId, Instant completesAt, Instant expiresAt, String sealedVetoToken)
        implements AccountEvent {}
