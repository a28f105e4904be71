package io.latchkey.command;

import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Goes on with the help of the recovery contacts; answers {@link ContactsAsked}. */
public record AskContacts(@TargetAggregateIdentifier RecoveryId recoveryId) implements RecoveryCommand {}
