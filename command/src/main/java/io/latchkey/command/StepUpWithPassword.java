package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Renews the proof behind a session of an account without second factor. */
public record StepUpWithPassword(
        @TargetAggregateIdentifier AccountId accountId, SessionId sessionId, PasswordDigest password)
        implements AccountCommand {}
