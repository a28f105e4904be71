package io.latchkey.event;

/** The end of a recovery was asked for and refused. */
public record RecoveryRefused(String recoveryId, String accountId, Reason reason) implements RecoveryEvent {}
