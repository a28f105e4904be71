package io.latchkey.command;

import io.latchkey.value.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks whether an account may work as staff at this very moment. */
public record ConfirmStaff(@TargetAggregateIdentifier AccountId accountId) implements AccountCommand {}
