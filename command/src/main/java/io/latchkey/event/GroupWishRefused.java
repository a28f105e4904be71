package io.latchkey.event;

import org.jspecify.annotations.Nullable;

/** Somebody was not allowed to do this in the group. */
public record GroupWishRefused(
        String groupId, String accountId, @Nullable String recoveryId, String change, Reason reason)
        implements GroupEvent {}
