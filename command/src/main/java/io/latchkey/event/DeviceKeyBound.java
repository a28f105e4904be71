package io.latchkey.event;

import java.time.Instant;

/** A device is trusted and its key bound: after the quarantine it may reset the second factor. */
public record DeviceKeyBound(
        String accountId,
        String deviceId,
        String sealedName,
        String sealedThumbprint,
        String proofDigest,
        Instant expiresAt)
        implements AccountEvent {}
