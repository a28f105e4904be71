package io.latchkey.event;

import io.latchkey.value.Factor;

/** The mailbox was not proven for the reset. */
public record SecondFactorResetProofRefused(String accountId, String recoveryId, Factor factor, Reason reason)
        implements AccountEvent {}
