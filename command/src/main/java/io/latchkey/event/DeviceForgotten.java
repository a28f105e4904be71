package io.latchkey.event;

/** A device is no longer trusted. */
public record DeviceForgotten(String accountId, String deviceId) implements AccountEvent {}
