package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryCode;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Types the recovery code back; from then on it is good and the one before it is not. */
public record ActivateRecoveryCode(
        @TargetAggregateIdentifier AccountId accountId, SessionId sessionId, RecoverySecret secret)
        implements AccountCommand {

    public ActivateRecoveryCode(AccountId accountId, SessionId sessionId, RecoveryCode code) {
        this(accountId, sessionId, RecoverySecret.of(code));
    }
}
