package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.Lost;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Reports all authenticators or all devices lost, with the password and nothing else; without it the mailbox is asked. */
public record ReportLoss(
        @TargetAggregateIdentifier AccountId accountId, @Nullable PasswordDigest password, Set<Lost> lost)
        implements AccountCommand {}
