package io.latchkey.query.accounts;

import java.time.Instant;

/** The second factors will be taken off then, unless the holder stops it. */
public record PendingReset(String recoveryId, Instant completesAt) {}
