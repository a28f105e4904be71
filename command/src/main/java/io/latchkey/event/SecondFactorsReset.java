package io.latchkey.event;

/** The waiting period is over: authenticators and backup codes are gone, sessions ended, a new authenticator must be bound. */
public record SecondFactorsReset(String accountId, String recoveryId, String policyVersion) implements AccountEvent {}
