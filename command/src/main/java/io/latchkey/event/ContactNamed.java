package io.latchkey.event;

import java.time.Instant;

/** The holder asked somebody to be a recovery contact; the name is what the holder calls the contact. */
public record ContactNamed(
        String accountId, String contactId, String contactAccountId, String sealedName, Instant expiresAt)
        implements AccountEvent {}
