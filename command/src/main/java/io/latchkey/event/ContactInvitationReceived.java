package io.latchkey.event;

import java.time.Instant;

/** The account is asked to be a recovery contact; who asks is sealed under the key of that other account. */
public record ContactInvitationReceived(
        String accountId, String holderId, String contactId, String sealedHolder, Instant expiresAt)
        implements AccountEvent {}
