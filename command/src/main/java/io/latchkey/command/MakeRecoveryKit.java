package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.KitFormat;
import io.latchkey.value.RecoveryCode;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks whether this is the recovery code that was just made; answers {@link RecoveryKitAllowed}. */
public record MakeRecoveryKit(
        @TargetAggregateIdentifier AccountId accountId, SessionId sessionId, RecoveryCode code, KitFormat format)
        implements AccountCommand {}
