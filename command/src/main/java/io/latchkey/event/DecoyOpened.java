package io.latchkey.event;

/** An unknown identifier was tried; its attempts of one day are kept on this stream. */
public record DecoyOpened(String accountId) implements AccountEvent {}
