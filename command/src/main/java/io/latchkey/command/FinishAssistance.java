package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Puts the chosen credentials in force; sent by the group alone, which knows who consented. */
public record FinishAssistance(@TargetAggregateIdentifier AccountId accountId, RecoveryId recoveryId, int approvals)
        implements AccountCommand {}
