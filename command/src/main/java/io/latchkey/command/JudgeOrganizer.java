package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks whether this is a strong session with a fresh proof, as an organizer or a recovery contact needs. */
public record JudgeOrganizer(@TargetAggregateIdentifier AccountId accountId, SessionId sessionId)
        implements AccountCommand {}
