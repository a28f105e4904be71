package io.latchkey.event;

/** The holder looked at the recovery contacts and keeps them. */
public record ContactsReviewed(String accountId) implements AccountEvent {}
