package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.ContactId;
import io.latchkey.value.Label;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks somebody to be a recovery contact; answers alike for an address that nobody has. */
public record NameContact(
        @TargetAggregateIdentifier AccountId accountId,
        SessionId sessionId,
        ContactId contactId,
        AccountId invited,
        Label name)
        implements AccountCommand {}
