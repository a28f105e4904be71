package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** On a bound device: makes a new secret key in place of a lost one; every other session ends. */
public record ReplaceSecretKey(
        @TargetAggregateIdentifier AccountId accountId,
        SessionId sessionId,
        @Nullable DeviceProof proof) implements AccountCommand {}
