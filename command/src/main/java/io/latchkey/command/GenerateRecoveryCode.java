package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a recovery code; answers {@link RecoveryCodeShown}, readable this once. */
public record GenerateRecoveryCode(
        @TargetAggregateIdentifier AccountId accountId, SessionId sessionId, String codeId) implements AccountCommand {}
