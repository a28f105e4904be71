package io.latchkey.event;

/** A wish about an assisted recovery was refused. */
public record AssistedRecoveryRefused(String accountId, String recoveryId, String change, Reason reason)
        implements AccountEvent {}
