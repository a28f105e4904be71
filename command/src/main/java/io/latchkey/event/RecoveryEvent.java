package io.latchkey.event;

/** All that can happen in a recovery. */
public sealed interface RecoveryEvent extends LatchkeyEvent
        permits RecoveryStarted,
                RecoveryProofAccepted,
                RecoveryProofRefused,
                RecoveryRefused,
                RecoveryCompleted,
                RecoveryExpired,
                RecoveryCancelled {
    String recoveryId();

    String accountId();
}
