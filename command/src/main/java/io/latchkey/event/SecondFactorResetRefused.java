package io.latchkey.event;

/** A wish about a reset was refused. */
public record SecondFactorResetRefused(String accountId, String recoveryId, String change, Reason reason)
        implements AccountEvent {}
