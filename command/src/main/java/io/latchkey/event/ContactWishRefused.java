package io.latchkey.event;

import org.jspecify.annotations.Nullable;

/** Somebody else wanted to do this as a recovery contact of the holder. */
public record ContactWishRefused(
        String accountId, String contactAccountId, @Nullable String recoveryId, String change, Reason reason)
        implements AccountEvent {}
