package io.latchkey.event;

/** A recovery kit was asked for with a code that is not one of those just made. */
public record RecoveryKitRefused(String accountId, Reason reason) implements AccountEvent {}
