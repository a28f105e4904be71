package io.latchkey.event;

import java.time.Instant;

/** Somebody asked to report a loss and gave no password: whoever opens the mailbox can do so. */
public record LossLinkIssued(String accountId, String sealedLinkToken, Instant expiresAt) implements AccountEvent {}
