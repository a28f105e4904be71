package io.latchkey.event;

import io.latchkey.value.Factor;

/** A wrong code in a recovery was counted against the budget of the account. */
public record GuessCounted(String accountId, Factor factor, boolean knownClient, String recoveryId)
        implements AccountEvent {}
