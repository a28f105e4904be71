package io.latchkey.event;

import io.latchkey.value.Factor;

/** What was proven towards the new credentials was not right. */
public record AssistedRecoveryProofRefused(String accountId, String recoveryId, Factor factor, Reason reason)
        implements AccountEvent {}
