package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.LinkToken;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Stops an assisted recovery by the token of a notice; it needs no session. */
public record VetoAssistance(@TargetAggregateIdentifier AccountId accountId, RecoveryId recoveryId, LinkToken token)
        implements AccountCommand {}
