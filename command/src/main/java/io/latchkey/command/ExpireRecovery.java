package io.latchkey.command;

import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Marks a recovery nobody finished; does nothing when it has ended. */
public record ExpireRecovery(@TargetAggregateIdentifier RecoveryId recoveryId) implements RecoveryCommand {}
