package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says that the recovery contacts are the right ones still. */
public record ReviewContacts(@TargetAggregateIdentifier AccountId accountId, SessionId sessionId)
        implements AccountCommand {}
