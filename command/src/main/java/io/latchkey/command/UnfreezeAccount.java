package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Opens the ways of recovery again, in a session with a fresh second factor. */
public record UnfreezeAccount(@TargetAggregateIdentifier AccountId accountId, SessionId sessionId)
        implements AccountCommand {}
