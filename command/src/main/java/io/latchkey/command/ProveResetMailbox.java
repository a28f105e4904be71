package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.LinkToken;
import io.latchkey.value.MailedCode;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Proves the mailbox for a reset by code or link, and the waiting period begins; with neither it proves nothing. */
public record ProveResetMailbox(
        @TargetAggregateIdentifier AccountId accountId,
        RecoveryId recoveryId,
        @Nullable MailedCode code,
        @Nullable LinkToken link)
        implements AccountCommand {}
