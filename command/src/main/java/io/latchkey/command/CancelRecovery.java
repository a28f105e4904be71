package io.latchkey.command;

import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Calls a recovery off. */
public record CancelRecovery(@TargetAggregateIdentifier RecoveryId recoveryId) implements RecoveryCommand {}
