package io.latchkey.event;

/** The code that should have activated an authenticator was not accepted. */
public record TotpEnrolmentRefused(String accountId, String authenticatorId, Reason reason) implements AccountEvent {}
