package io.latchkey.event;

/** The holder renamed an authenticator. */
public record AuthenticatorRenamed(String accountId, String authenticatorId, String sealedName)
        implements AccountEvent {}
