package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks the guess budget of the account about a mailed code in a recovery, and counts it. */
public record JudgeMailboxGuess(
        @TargetAggregateIdentifier AccountId accountId, RecoveryId recoveryId, boolean knownClient, boolean right)
        implements AccountCommand {}
