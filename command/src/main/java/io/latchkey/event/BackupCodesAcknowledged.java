package io.latchkey.event;

/** The holder said the backup codes are saved. */
public record BackupCodesAcknowledged(String accountId, String setId) implements AccountEvent {}
