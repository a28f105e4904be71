package io.latchkey.event;

import java.time.Instant;

/** A one-time code for somebody stuck on the second factor is on its way. */
public record EmailCodeIssued(String accountId, String signInId, String sealedCode, Instant expiresAt)
        implements AccountEvent {}
