package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends every session but this one. */
public record EndOtherSessions(@TargetAggregateIdentifier AccountId accountId, SessionId sessionId)
        implements AccountCommand {}
