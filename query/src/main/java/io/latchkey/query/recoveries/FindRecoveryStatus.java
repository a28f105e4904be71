package io.latchkey.query.recoveries;

/** Where a recovery stands, for the one who began it; the same for a known and an unknown address. */
public record FindRecoveryStatus(String recoveryId) {}
