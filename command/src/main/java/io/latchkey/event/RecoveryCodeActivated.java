package io.latchkey.event;

/** The recovery code was typed back and is good from now on; the one before it is not. */
public record RecoveryCodeActivated(String accountId, String codeId) implements AccountEvent {}
