package io.latchkey.event;

/** The set went with the last authenticator. */
public record BackupCodesRevoked(String accountId, String setId) implements AccountEvent {}
