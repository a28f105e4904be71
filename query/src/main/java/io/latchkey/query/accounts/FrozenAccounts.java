package io.latchkey.query.accounts;

import java.util.List;

/** The accounts that are frozen, the newest first and no more than 500. */
public record FrozenAccounts(List<FrozenAccount> accounts) {}
