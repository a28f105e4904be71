package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.DeviceId;
import io.latchkey.value.Label;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives a trusted device another name. */
public record RenameDevice(
        @TargetAggregateIdentifier AccountId accountId, SessionId sessionId, DeviceId deviceId, Label name)
        implements AccountCommand {}
