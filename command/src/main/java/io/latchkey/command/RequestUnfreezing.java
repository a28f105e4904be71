package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.CaseNote;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks, as staff, to open the ways of recovery of somebody else again. */
public record RequestUnfreezing(@TargetAggregateIdentifier AccountId accountId, AccountId by, CaseNote note)
        implements AccountCommand {}
