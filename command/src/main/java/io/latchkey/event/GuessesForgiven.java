package io.latchkey.event;

import io.latchkey.value.Factor;

/** A right code set the count of wrong ones back. */
public record GuessesForgiven(String accountId, Factor factor) implements AccountEvent {}
