package io.latchkey.event;

/** The way back was proven: new password and secret key; sessions, devices and authenticators are gone. */
public record AccountRecovered(
        String accountId, String recoveryId, String sealedPassword, String sealedSecretKey, String policyVersion)
        implements AccountEvent {}
