package io.latchkey.event;

import java.time.Instant;

/** The waiting period has come to one of its reminders. */
public record AssistedRecoveryReminded(String accountId, String recoveryId, Instant completesAt, String sealedVetoToken)
        implements AccountEvent {}
