package io.latchkey.command;

import io.latchkey.value.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tells the holder to look at the recovery contacts when a year has passed; answers {@link NextDue}. */
public record RemindOfContacts(@TargetAggregateIdentifier AccountId accountId) implements AccountCommand {}
