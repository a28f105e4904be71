package io.latchkey.query.accounts;

/** Whose holders said that it was not them? */
public record FindFrozenAccounts() {}
