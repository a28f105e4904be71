package io.latchkey.event;

/** Nobody finished the recovery in time. */
public record RecoveryExpired(String recoveryId, String accountId) implements RecoveryEvent {}
