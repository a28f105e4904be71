package io.latchkey.event;

import io.latchkey.value.Factor;

/** A report of a loss was not believed, and nothing was suspended. */
public record LossReportRefused(String accountId, Factor factor, Reason reason) implements AccountEvent {}
