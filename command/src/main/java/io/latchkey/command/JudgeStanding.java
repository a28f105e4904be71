package io.latchkey.command;

import io.latchkey.value.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks whether the account could act as an organizer once its holder signs in. */
public record JudgeStanding(@TargetAggregateIdentifier AccountId accountId) implements AccountCommand {}
