package io.latchkey.query.accounts;

/** Which devices does this account trust? */
public record FindDevices(String accountId) {}
