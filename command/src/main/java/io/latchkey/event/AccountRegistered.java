package io.latchkey.event;

/** Somebody registered; the mailbox is not proven yet. */
public record AccountRegistered(
        String accountId, String sealedEmail, String sealedName, String sealedPassword, String sealedSecretKey)
        implements AccountEvent {}
