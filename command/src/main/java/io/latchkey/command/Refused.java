package io.latchkey.command;

import io.latchkey.event.Reason;

/** The wish was refused and the refusal recorded. */
public record Refused(Reason reason) implements Outcome {}
