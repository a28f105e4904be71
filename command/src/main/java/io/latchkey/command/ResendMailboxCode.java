package io.latchkey.command;

import io.latchkey.value.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Mails a new code for the mailbox; the one before it is dead. */
public record ResendMailboxCode(@TargetAggregateIdentifier AccountId accountId) implements AccountCommand {}
