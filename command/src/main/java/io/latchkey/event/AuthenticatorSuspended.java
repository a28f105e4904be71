package io.latchkey.event;

/** The authenticator was reported lost: it counts for nothing, but the account still asks for a second factor. */
public record AuthenticatorSuspended(String accountId, String authenticatorId, Reason reason) implements AccountEvent {}
