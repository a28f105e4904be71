package io.latchkey.event;

import io.latchkey.value.Factor;

/** A proof in a recovery was not accepted. */
public record RecoveryProofRefused(String recoveryId, String accountId, Factor factor, Reason reason)
        implements RecoveryEvent {}
