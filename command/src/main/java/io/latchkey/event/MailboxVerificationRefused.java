package io.latchkey.event;

/** A code or link for the mailbox was not accepted. */
public record MailboxVerificationRefused(String accountId, Reason reason) implements AccountEvent {}
