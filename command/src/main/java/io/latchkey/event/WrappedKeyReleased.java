package io.latchkey.event;

/** At the end of a recovery the key that the client had wrapped was given back. */
public record WrappedKeyReleased(String accountId, String recoveryId, String codeId) implements AccountEvent {}
