package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks whether this session may act for the holder at all. */
public record JudgePresence(@TargetAggregateIdentifier AccountId accountId, SessionId sessionId)
        implements AccountCommand {}
