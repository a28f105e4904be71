package io.latchkey.event;

/** The assisted recovery was stopped; nothing about the account changed. */
public record AssistedRecoveryCancelled(String accountId, String recoveryId, Reason reason) implements AccountEvent {}
