package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.DeviceId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends the trust in a device. */
public record ForgetDevice(@TargetAggregateIdentifier AccountId accountId, SessionId sessionId, DeviceId deviceId)
        implements AccountCommand {}
