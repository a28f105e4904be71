package io.latchkey.query.groups;

/** Which groups is this account in, and which is it asked into? */
public record FindGroups(String accountId) {}
