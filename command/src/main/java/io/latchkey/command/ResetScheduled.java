package io.latchkey.command;

import java.time.Instant;

/** The waiting period runs until then. */
public record ResetScheduled(Instant completesAt) implements Outcome {}
