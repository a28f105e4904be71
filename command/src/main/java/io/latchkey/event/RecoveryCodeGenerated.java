package io.latchkey.event;

/** A recovery code was shown once and waits to be typed back. */
public record RecoveryCodeGenerated(String accountId, String codeId, String sealedVerifier) implements AccountEvent {}
