package io.latchkey.event;

/** The reset was stopped; nothing was taken off. */
public record SecondFactorResetCancelled(String accountId, String recoveryId, Reason reason) implements AccountEvent {}
