package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends it with a new password after the waiting period; answers {@link Recovered}. */
public record CompleteContactRecovery(
        @TargetAggregateIdentifier AccountId accountId, RecoveryId recoveryId, PasswordDigest password)
        implements AccountCommand {}
