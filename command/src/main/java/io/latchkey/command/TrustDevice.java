package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.DeviceId;
import io.latchkey.value.Label;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets this device stand in for the secret key; needs a session of assurance 2. */
public record TrustDevice(
        @TargetAggregateIdentifier AccountId accountId, SessionId sessionId, DeviceId deviceId, Label name)
        implements AccountCommand {}
