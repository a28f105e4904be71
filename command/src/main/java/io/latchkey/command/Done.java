package io.latchkey.command;

/** The wish was granted; there is nothing to show. */
public record Done() implements Outcome {}
