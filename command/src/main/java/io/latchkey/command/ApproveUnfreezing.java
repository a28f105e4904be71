package io.latchkey.command;

import io.latchkey.value.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Approves, as another one of staff, what the first asked for, and nothing that somebody else asked for since. */
public record ApproveUnfreezing(@TargetAggregateIdentifier AccountId accountId, AccountId by, AccountId requestedBy)
        implements AccountCommand {}
