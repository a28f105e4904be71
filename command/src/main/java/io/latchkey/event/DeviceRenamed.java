package io.latchkey.event;

/** The holder gave a trusted device another name. */
public record DeviceRenamed(String accountId, String deviceId, String sealedName) implements AccountEvent {}
