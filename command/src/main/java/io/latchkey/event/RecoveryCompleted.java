package io.latchkey.event;

/** The recovery reached its end; the account has new credentials. */
public record RecoveryCompleted(String recoveryId, String accountId) implements RecoveryEvent {}
