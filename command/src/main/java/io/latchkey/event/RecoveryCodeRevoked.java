package io.latchkey.event;

/** The recovery code is no longer good. */
public record RecoveryCodeRevoked(String accountId, String codeId, Reason reason) implements AccountEvent {}
