package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.DeviceId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Reports a trusted device lost, in a session of any strength. */
public record SuspendDevice(@TargetAggregateIdentifier AccountId accountId, SessionId sessionId, DeviceId deviceId)
        implements AccountCommand {}
