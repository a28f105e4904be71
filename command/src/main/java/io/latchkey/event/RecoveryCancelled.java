package io.latchkey.event;

/** The recovery was called off. */
public record RecoveryCancelled(String recoveryId, String accountId, Reason reason) implements RecoveryEvent {}
