package io.latchkey.event;

/** The holder chose a new password. */
public record PasswordChanged(String accountId, String sealedPassword) implements AccountEvent {}
