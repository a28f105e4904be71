package io.latchkey.event;

import java.time.Instant;

/** A device may stand in for the secret key at sign-in. */
public record DeviceTrusted(String accountId, String deviceId, String sealedName, Instant expiresAt)
        implements AccountEvent {}
