package io.latchkey.event;

/** The recovery code typed back was not the one shown. */
public record RecoveryCodeConfirmationRefused(String accountId, Reason reason) implements AccountEvent {}
