package io.latchkey.query.accounts;

/** Which sessions of this account are live? */
public record FindSessions(String accountId) {}
