package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.CodeVerifier;
import io.latchkey.value.SessionId;
import io.latchkey.value.WrappedKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Keeps what a client derived from a recovery code of its own, and the key that it wrapped; answers {@link Done}. */
public record DepositRecoveryVerifier(
        @TargetAggregateIdentifier AccountId accountId,
        SessionId sessionId,
        String codeId,
        CodeVerifier verifier,
        WrappedKey wrappedKey)
        implements AccountCommand {}
