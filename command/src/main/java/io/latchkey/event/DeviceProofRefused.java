package io.latchkey.event;

import org.jspecify.annotations.Nullable;

/** What should have proven the key of a device did not. */
public record DeviceProofRefused(
        String accountId,
        @Nullable String signInId,
        @Nullable String deviceId,
        String change,
        Reason reason) implements AccountEvent {}
