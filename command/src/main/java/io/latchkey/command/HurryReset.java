package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks to end a reset at once. It ends by itself, so this is always refused. */
public record HurryReset(@TargetAggregateIdentifier AccountId accountId, RecoveryId recoveryId)
        implements AccountCommand {}
