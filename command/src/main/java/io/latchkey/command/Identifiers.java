package io.latchkey.command;

import io.latchkey.value.AccountId;

/** The unique index from a keyed digest of a proven address to its account. */
public interface Identifiers {

    /** True when the address now belongs to the account, false when it belongs to another one. */
    boolean claim(String lookup, AccountId accountId);

    void release(AccountId accountId);
}
