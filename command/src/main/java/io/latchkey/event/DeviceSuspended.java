package io.latchkey.event;

/** The device was reported lost: it counts for nothing, and what was begun on it ended. */
public record DeviceSuspended(String accountId, String deviceId, Reason reason) implements AccountEvent {}
