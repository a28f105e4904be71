package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Exchanges a refresh token; an old generation ends the session. */
public record RefreshSession(@TargetAggregateIdentifier AccountId accountId, SessionId sessionId, int generation)
        implements AccountCommand {}
