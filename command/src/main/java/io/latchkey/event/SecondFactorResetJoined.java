package io.latchkey.event;

/** A second request met the reset that runs already, and changed nothing about it. */
public record SecondFactorResetJoined(String accountId, String recoveryId, String signInId) implements AccountEvent {}
