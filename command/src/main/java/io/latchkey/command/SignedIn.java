package io.latchkey.command;

import org.jspecify.annotations.Nullable;

/** A session began; the number left when a backup code was spent. */
public record SignedIn(SessionGrant grant, @Nullable Integer backupCodesLeft) implements Outcome {}
