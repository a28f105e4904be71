package io.latchkey.query.contacts;

/** Whose recovery contact is this account, or asked to be? */
public record FindPeople(String accountId) {}
