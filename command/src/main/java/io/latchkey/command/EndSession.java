package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends one session of the same account. */
public record EndSession(@TargetAggregateIdentifier AccountId accountId, SessionId sessionId, SessionId target)
        implements AccountCommand {}
