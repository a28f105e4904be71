package io.latchkey.event;

import io.latchkey.value.Factor;

/** With one factor and no session somebody reported all authenticators or all devices lost. */
public record LossReported(String accountId, Factor factor, boolean authenticators, boolean devices)
        implements AccountEvent {}
