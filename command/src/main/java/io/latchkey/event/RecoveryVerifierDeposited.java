package io.latchkey.event;

/** A client made a recovery code itself and left what it derived from it, with a key that it wrapped. */
public record RecoveryVerifierDeposited(String accountId, String codeId, String sealedVerifier, String sealedWrappedKey)
        implements AccountEvent {}
