package io.latchkey.event;

/** A bootstrap token was not accepted. */
public record BootstrapRefused(String accountId, Reason reason) implements AccountEvent {}
