package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a recovery with a new password once every proof is there; answers {@link Recovered}. */
public record RecoverAccount(
        @TargetAggregateIdentifier RecoveryId recoveryId, AccountId accountId, PasswordDigest password)
        implements RecoveryCommand {}
