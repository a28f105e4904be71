package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Compares a recovery code with the active one, within the guess budget when counted. */
public record JudgeRecoveryCode(
        @TargetAggregateIdentifier AccountId accountId,
        RecoveryId recoveryId,
        boolean knownClient,
        boolean counted,
        RecoverySecret secret)
        implements AccountCommand {}
