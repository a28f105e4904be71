package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.LinkToken;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Reports a loss by the link that was mailed for it. */
public record ConfirmLoss(@TargetAggregateIdentifier AccountId accountId, LinkToken token) implements AccountCommand {}
