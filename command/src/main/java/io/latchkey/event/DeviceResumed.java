package io.latchkey.event;

/** The device is trusted again. */
public record DeviceResumed(String accountId, String deviceId) implements AccountEvent {}
