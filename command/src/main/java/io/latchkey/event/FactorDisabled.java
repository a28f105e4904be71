package io.latchkey.event;

import io.latchkey.value.Factor;

/** Too many wrong codes: the factor is disabled until it is bound anew. */
public record FactorDisabled(String accountId, Factor factor) implements AccountEvent {}
