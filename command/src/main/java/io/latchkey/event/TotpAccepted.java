package io.latchkey.event;

import org.jspecify.annotations.Nullable;

/** A time-based code was right; its step and all before it are spent. */
public record TotpAccepted(String accountId, @Nullable String signInId, String authenticatorId, long step)
        implements AccountEvent {}
