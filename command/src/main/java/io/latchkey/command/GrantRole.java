package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.Role;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes an account staff; it must have an active authenticator. */
public record GrantRole(@TargetAggregateIdentifier AccountId accountId, Role role, AccountId by)
        implements AccountCommand {}
