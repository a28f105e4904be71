package io.latchkey.event;

/** Somebody is not, or will not be, a recovery contact any more. */
public record ContactRemoved(String accountId, String contactId, String contactAccountId, Reason reason)
        implements AccountEvent {}
