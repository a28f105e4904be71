package io.latchkey.command;

/** The idempotency key was used before with another request. */
public record KeyReused() implements Outcome {}
