package io.latchkey.command;

import org.jspecify.annotations.Nullable;

/** The authenticator is active; the set id when the first backup codes came with it. */
public record TotpConfirmed(@Nullable String backupSetId) implements Outcome {}
