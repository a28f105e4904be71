package io.latchkey.event;

/** All that can happen in a recovery. */
public sealed interface RecoveryEvent extends LatchkeyEvent
        permits RecoveryStarted,
                RecoveryProofAccepted,
                RecoveryProofRefused,
                RecoveryRefused,
                RecoveryCompleted,
                RecoveryExpired,
                RecoveryCancelled,
                RecoveryHandedOver {
    String recoveryId();

    String accountId();
}
