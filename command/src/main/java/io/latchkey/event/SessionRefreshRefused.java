package io.latchkey.event;

/** A refresh token was not accepted. */
public record SessionRefreshRefused(String accountId, String sessionId, Reason reason) implements AccountEvent {}
