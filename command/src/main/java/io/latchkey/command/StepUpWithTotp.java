package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import io.latchkey.value.TotpCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Renews the proof behind a session with a time-based code. */
public record StepUpWithTotp(@TargetAggregateIdentifier AccountId accountId, SessionId sessionId, TotpCode code)
        implements AccountCommand {}
