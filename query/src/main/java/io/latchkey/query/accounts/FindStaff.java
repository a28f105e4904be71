package io.latchkey.query.accounts;

/** Who works as staff, and in which roles? */
public record FindStaff() {}
