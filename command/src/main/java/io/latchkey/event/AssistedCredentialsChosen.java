package io.latchkey.event;

import io.latchkey.value.Factor;
import java.time.Instant;
import java.util.List;

/** The mailbox is proven, new credentials lie ready: they count when an organizer completes, not before this time. */
public record AssistedCredentialsChosen(
        String accountId,
        String recoveryId,
        List<Factor> factors,
        String sealedPassword,
        String sealedSecretKey,
        Instant completesAt,
        Instant expiresAt,
        String sealedVetoToken)
        implements AccountEvent {}
