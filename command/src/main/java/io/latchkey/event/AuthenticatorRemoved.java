package io.latchkey.event;

/** The holder removed an authenticator. */
public record AuthenticatorRemoved(String accountId, String authenticatorId) implements AccountEvent {}
