package io.latchkey.event;

import java.time.Instant;

/** Somebody asked for a way back; for an unknown identifier it can never succeed. */
public record RecoveryStarted(
        String recoveryId,
        String accountId,
        boolean known,
        boolean knownClient,
        String policyVersion,
        String sealedCode,
        String sealedLinkToken,
        Instant expiresAt)
        implements RecoveryEvent {}
