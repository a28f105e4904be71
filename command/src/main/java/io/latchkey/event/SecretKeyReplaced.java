package io.latchkey.event;

/** The holder made a new secret key on a bound device; the one before is dead. */
public record SecretKeyReplaced(String accountId, String deviceId, String sealedSecretKey, String proofDigest)
        implements AccountEvent {}
