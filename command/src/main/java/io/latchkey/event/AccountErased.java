package io.latchkey.event;

/** The data key is destroyed; what was sealed for the account can no longer be read. */
public record AccountErased(String accountId) implements AccountEvent {}
