package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.Lost;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Reports all authenticators or all devices lost, with the password and nothing else. */
public record ReportLoss(@TargetAggregateIdentifier AccountId accountId, PasswordDigest password, Set<Lost> lost)
        implements AccountCommand {}
