package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks whether the case is open still. */
public record JudgeAssistance(@TargetAggregateIdentifier AccountId accountId, RecoveryId recoveryId)
        implements AccountCommand {}
