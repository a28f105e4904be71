package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Does to a reset what is due by now; answers {@link NextDue}. */
public record AdvanceReset(@TargetAggregateIdentifier AccountId accountId, RecoveryId recoveryId)
        implements AccountCommand {}
