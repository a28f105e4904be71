package io.latchkey.event;

import java.time.Instant;

/** The account is asked to approve a recovery of the holder; who that is is sealed under the key of that other account. */
public record ContactApprovalAsked(
        String accountId, String holderId, String recoveryId, String sealedHolder, Instant expiresAt)
        implements AccountEvent {}
