package io.latchkey.event;

/** One session ended. */
public record SessionEnded(String accountId, String sessionId, Reason reason) implements AccountEvent {}
