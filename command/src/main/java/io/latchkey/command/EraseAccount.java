package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Destroys the data key of the account. */
public record EraseAccount(@TargetAggregateIdentifier AccountId accountId, SessionId sessionId)
        implements AccountCommand {}
