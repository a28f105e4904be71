package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.ContactId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Declines, or ends it from the side of the contact. */
public record LeaveContact(@TargetAggregateIdentifier AccountId accountId, Actor by, ContactId contactId)
        implements AccountCommand {}
