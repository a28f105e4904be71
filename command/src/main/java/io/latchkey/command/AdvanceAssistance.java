package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Does to an assisted recovery what is due by now; answers {@link NextDue}. */
public record AdvanceAssistance(@TargetAggregateIdentifier AccountId accountId, RecoveryId recoveryId)
        implements AccountCommand {}
