package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends the recovery code. */
public record RevokeRecoveryCode(@TargetAggregateIdentifier AccountId accountId, SessionId sessionId)
        implements AccountCommand {}
