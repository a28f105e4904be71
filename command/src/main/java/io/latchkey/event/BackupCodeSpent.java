package io.latchkey.event;

import org.jspecify.annotations.Nullable;

/** A backup code was right; it is spent. */
public record BackupCodeSpent(String accountId, @Nullable String signInId, String setId, int slot, int remaining)
        implements AccountEvent {}
