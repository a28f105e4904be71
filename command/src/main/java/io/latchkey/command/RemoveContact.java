package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.ContactId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends it from the side of the holder. */
public record RemoveContact(@TargetAggregateIdentifier AccountId accountId, SessionId sessionId, ContactId contactId)
        implements AccountCommand {}
