package io.latchkey.event;

/** The refresh token was exchanged; only the newest generation is good. */
public record SessionRefreshed(String accountId, String sessionId, int generation) implements AccountEvent {}
