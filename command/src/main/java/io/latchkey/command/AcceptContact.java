package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.ContactId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Becomes a recovery contact of the account; only who was asked can, and once. */
public record AcceptContact(@TargetAggregateIdentifier AccountId accountId, Actor by, ContactId contactId)
        implements AccountCommand {}
