package io.latchkey.event;

import org.jspecify.annotations.Nullable;

/** All sessions but the kept one ended. */
public record SessionsEnded(String accountId, @Nullable String keptSessionId, Reason reason) implements AccountEvent {}
