package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.LinkToken;
import io.latchkey.value.Lost;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Reports all authenticators or all devices lost, by the link that was mailed for it. */
public record ConfirmLoss(@TargetAggregateIdentifier AccountId accountId, LinkToken token, Set<Lost> lost)
        implements AccountCommand {}
