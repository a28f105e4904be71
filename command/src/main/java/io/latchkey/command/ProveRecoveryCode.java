package io.latchkey.command;

import io.latchkey.value.RecoveryCode;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Presents the recovery code, or what is derived from it, inside a recovery. */
public record ProveRecoveryCode(@TargetAggregateIdentifier RecoveryId recoveryId, RecoverySecret secret)
        implements RecoveryCommand {

    public ProveRecoveryCode(RecoveryId recoveryId, RecoveryCode code) {
        this(recoveryId, RecoverySecret.of(code));
    }
}
