package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.DeviceId;
import io.latchkey.value.Label;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Trusts this device and binds the key that made the proof; no proof is one that could not be verified. */
public record BindDevice(
        @TargetAggregateIdentifier AccountId accountId,
        SessionId sessionId,
        DeviceId deviceId,
        Label name,
        @Nullable DeviceProof proof)
        implements AccountCommand {}
