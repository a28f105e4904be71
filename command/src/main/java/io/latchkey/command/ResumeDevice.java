package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.DeviceId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Trusts a suspended device again. */
public record ResumeDevice(@TargetAggregateIdentifier AccountId accountId, SessionId sessionId, DeviceId deviceId)
        implements AccountCommand {}
