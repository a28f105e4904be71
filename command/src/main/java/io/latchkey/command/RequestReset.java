package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import io.latchkey.value.SignInId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks, from the screen of the second factor, to have the second factors taken off after a waiting period. */
public record RequestReset(@TargetAggregateIdentifier AccountId accountId, SignInId signInId, RecoveryId recoveryId)
        implements AccountCommand {}
