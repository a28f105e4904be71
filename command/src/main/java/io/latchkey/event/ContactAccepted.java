package io.latchkey.event;

/** Who was asked is a recovery contact from here on, and counts after the quarantine. */
public record ContactAccepted(String accountId, String contactId, String contactAccountId) implements AccountEvent {}
