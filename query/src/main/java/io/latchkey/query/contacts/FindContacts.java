package io.latchkey.query.contacts;

/** Whom did this account name as recovery contacts? */
public record FindContacts(String accountId) {}
