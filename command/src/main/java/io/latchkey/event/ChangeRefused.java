package io.latchkey.event;

import org.jspecify.annotations.Nullable;

/** A change was not allowed in this session. */
public record ChangeRefused(String accountId, @Nullable String sessionId, String change, Reason reason)
        implements AccountEvent {}
