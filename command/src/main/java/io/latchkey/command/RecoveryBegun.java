package io.latchkey.command;

import java.time.Instant;

/** A recovery runs until then. */
public record RecoveryBegun(String recoveryId, Instant expiresAt) implements Outcome {}
