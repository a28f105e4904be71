package io.latchkey.event;

/** A wish of staff to unfreeze the account was refused. */
public record UnfreezingRefused(String accountId, String staffId, String change, Reason reason)
        implements AccountEvent {}
