package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Calls a reset off, sent by who asked for it. */
public record CancelReset(@TargetAggregateIdentifier AccountId accountId, RecoveryId recoveryId)
        implements AccountCommand {}
