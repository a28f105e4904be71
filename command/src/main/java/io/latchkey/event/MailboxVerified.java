package io.latchkey.event;

/** The mailbox is proven; the address now belongs to this account. */
public record MailboxVerified(String accountId) implements AccountEvent {}
