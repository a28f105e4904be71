package io.latchkey.event;

/** Nobody chose new credentials, or nobody completed, in time. */
public record AssistedRecoveryExpired(String accountId, String recoveryId) implements AccountEvent {}
