package io.latchkey.command;

import io.latchkey.value.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Approves, as another one of staff, what the first asked for. */
public record ApproveUnfreezing(@TargetAggregateIdentifier AccountId accountId, AccountId by)
        implements AccountCommand {}
