package io.latchkey.command;

import io.latchkey.value.RecoveryId;

/** All that may be asked of a recovery. */
public sealed interface RecoveryCommand
        permits StartRecovery,
                ProveMailbox,
                ProveRecoveryCode,
                RecoverAccount,
                CancelRecovery,
                ExpireRecovery {
    RecoveryId recoveryId();
}
