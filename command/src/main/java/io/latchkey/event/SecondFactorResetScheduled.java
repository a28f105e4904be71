package io.latchkey.event;

import java.time.Instant;

/** The mailbox is proven: the waiting period runs, and whoever has the token can stop it. */
public record SecondFactorResetScheduled(
        String accountId, String recoveryId, Instant completesAt, String sealedVetoToken) implements AccountEvent {}
