package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Begins the way back with recovery code and mailbox; good for 30 minutes. */
public record StartRecovery(
        @TargetAggregateIdentifier RecoveryId recoveryId, AccountId accountId, boolean known, boolean knownClient)
        implements RecoveryCommand {}
