package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.LinkToken;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Proves the mailbox and, where known, the password, and chooses a new one; answers {@link CredentialsChosen}. */
public record ChooseCredentials(
        @TargetAggregateIdentifier AccountId accountId,
        RecoveryId recoveryId,
        LinkToken token,
        @Nullable PasswordDigest current,
        PasswordDigest password)
        implements AccountCommand {}
