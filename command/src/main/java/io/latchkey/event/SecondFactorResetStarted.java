package io.latchkey.event;

import java.time.Instant;

/** Somebody who knows the password asked to have the second factors taken off; the waiting period is fixed from here on. */
public record SecondFactorResetStarted(
        String accountId,
        String recoveryId,
        String signInId,
        boolean knownClient,
        String policyVersion,
        long waitingSeconds,
        String sealedCode,
        String sealedLinkToken,
        Instant expiresAt)
        implements AccountEvent {}
