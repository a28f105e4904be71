package io.latchkey.query.accounts;

/** What does this account have? Nothing is answered for one that is unknown or erased. */
public record FindAccount(String accountId) {}
