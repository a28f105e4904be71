package io.latchkey.event;

import org.jspecify.annotations.Nullable;

/** The ways of recovery are open again: by a strong sign-in of the holder, or by two of staff. */
public record AccountUnfrozen(
        String accountId,
        @Nullable String requestedBy,
        @Nullable String approvedBy) implements AccountEvent {}
