package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import io.latchkey.value.VoiceCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Approves a recovery of the account, with the code that was read out. */
public record ApproveContactRecovery(
        @TargetAggregateIdentifier AccountId accountId, Actor by, RecoveryId recoveryId, VoiceCode code)
        implements AccountCommand {}
