package io.latchkey.event;

import java.time.Instant;

/** A code and a link to prove the mailbox of a registration are on their way. */
public record MailboxCodeIssued(String accountId, String sealedCode, String sealedLinkToken, Instant expiresAt)
        implements AccountEvent {}
