package io.latchkey.event;

/** The authenticator counts again. */
public record AuthenticatorResumed(String accountId, String authenticatorId) implements AccountEvent {}
