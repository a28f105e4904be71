package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.ContactId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tells the account that it is asked to be a recovery contact; an unknown one is a decoy. */
public record ReceiveContactInvitation(
        @TargetAggregateIdentifier AccountId accountId,
        AccountId holder,
        ContactId contactId,
        String holderName,
        Instant expiresAt)
        implements AccountCommand {}
