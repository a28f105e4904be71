package io.latchkey.command;

/** The wish was granted before, and its secret was shown then. */
public record SecretsDelivered() implements Outcome {}
