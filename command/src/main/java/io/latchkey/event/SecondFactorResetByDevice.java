package io.latchkey.event;

/** Password and the key of a trusted device were right: authenticators, backup codes and sessions are gone. */
public record SecondFactorResetByDevice(String accountId, String signInId, String deviceId, String proofDigest)
        implements AccountEvent {}
