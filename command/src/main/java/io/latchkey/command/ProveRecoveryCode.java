package io.latchkey.command;

import io.latchkey.value.RecoveryCode;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Presents the recovery code inside a recovery. */
public record ProveRecoveryCode(@TargetAggregateIdentifier RecoveryId recoveryId, RecoveryCode code)
        implements RecoveryCommand {}
