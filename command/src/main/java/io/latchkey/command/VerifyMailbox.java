package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.LinkToken;
import io.latchkey.value.MailedCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Proves the mailbox with the mailed code or the token of the mailed link. */
public record VerifyMailbox(
        @TargetAggregateIdentifier AccountId accountId,
        @Nullable MailedCode code,
        @Nullable LinkToken link) implements AccountCommand {}
