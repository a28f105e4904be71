package io.latchkey.query.accounts;

import java.util.List;

/** Every account that is frozen, the one for longest first. */
public record FrozenAccounts(List<FrozenAccount> accounts) {}
