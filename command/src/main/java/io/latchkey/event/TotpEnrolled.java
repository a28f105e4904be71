package io.latchkey.event;

/** The authenticator gave a right code and is active. */
public record TotpEnrolled(String accountId, String authenticatorId, String sessionId, long step, int drift)
        implements AccountEvent {}
