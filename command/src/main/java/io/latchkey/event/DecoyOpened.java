package io.latchkey.event;

/** An address that nobody has was invited. In older histories also the first event of whatever was tried with one. */
public record DecoyOpened(String accountId) implements AccountEvent {}
