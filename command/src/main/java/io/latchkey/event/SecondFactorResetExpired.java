package io.latchkey.event;

/** Nobody proved the mailbox for the reset in time. */
public record SecondFactorResetExpired(String accountId, String recoveryId) implements AccountEvent {}
