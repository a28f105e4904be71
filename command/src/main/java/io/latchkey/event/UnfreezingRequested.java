package io.latchkey.event;

import java.time.Instant;

/** Staff asked to open the ways of recovery again; a second person must approve. */
public record UnfreezingRequested(String accountId, String requestedBy, String sealedNote, Instant expiresAt)
        implements AccountEvent {}
