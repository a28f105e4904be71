package io.latchkey.command;

/** The device may stand in for the secret key. */
public record DeviceIsTrusted(String deviceId) implements Outcome {}
