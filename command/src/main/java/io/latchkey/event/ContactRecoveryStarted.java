package io.latchkey.event;

import java.time.Instant;
import java.util.List;

/** The mailbox is proven and these contacts are asked; waiting period and number of approvals are fixed from here on. */
public record ContactRecoveryStarted(
        String accountId,
        String recoveryId,
        String policyVersion,
        long waitingSeconds,
        int approvals,
        List<String> contacts,
        String sealedCode,
        String sealedVetoToken,
        Instant expiresAt)
        implements AccountEvent {}
