package io.latchkey.command;

import io.latchkey.value.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks for a mailed link by which a loss can be reported without the password. */
public record SendLossLink(@TargetAggregateIdentifier AccountId accountId) implements AccountCommand {}
