package io.latchkey.command;

import io.latchkey.event.Reason;
import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Stops an assisted recovery for this reason; sent by the group alone. */
public record StopAssistance(@TargetAggregateIdentifier AccountId accountId, RecoveryId recoveryId, Reason reason)
        implements AccountCommand {}
