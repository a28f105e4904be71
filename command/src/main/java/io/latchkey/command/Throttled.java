package io.latchkey.command;

import java.time.Instant;

/** Too many wrong codes: nothing was looked at. */
public record Throttled(Instant until) implements Outcome {}
