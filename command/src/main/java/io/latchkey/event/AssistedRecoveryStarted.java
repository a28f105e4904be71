package io.latchkey.event;

import java.time.Instant;

/** An organizer wants to help the holder back in; the waiting period is fixed from here on. */
public record AssistedRecoveryStarted(
        String accountId,
        String recoveryId,
        String groupId,
        String startedBy,
        String policyVersion,
        long waitingSeconds,
        String sealedLinkToken,
        String sealedVetoToken,
        Instant expiresAt)
        implements AccountEvent {}
