package io.latchkey.event;

/** A recovery contact gave the right code. */
public record ContactRecoveryApproved(String accountId, String recoveryId, String contactId, String contactAccountId)
        implements AccountEvent {}
