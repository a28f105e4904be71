package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.Role;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes a staff role away. */
public record RevokeRole(@TargetAggregateIdentifier AccountId accountId, Role role, AccountId by)
        implements AccountCommand {}
