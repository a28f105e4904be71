package io.latchkey.command;

import io.latchkey.value.LinkToken;
import io.latchkey.value.MailedCode;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Proves the mailbox inside a recovery. */
public record ProveMailbox(
        @TargetAggregateIdentifier RecoveryId recoveryId,
        @Nullable MailedCode code,
        @Nullable LinkToken link) implements RecoveryCommand {}
