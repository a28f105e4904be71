package io.latchkey.query.recoveries;

/** The whole case of one recovery, for staff. */
public record FindRecovery(String recoveryId) {}
