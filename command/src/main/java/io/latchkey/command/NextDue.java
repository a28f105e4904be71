package io.latchkey.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When something is due again, or nothing when all is over. */
public record NextDue(@Nullable Instant at) implements Outcome {}
