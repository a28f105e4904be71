package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Chooses a new password; every other session ends. */
public record ChangePassword(
        @TargetAggregateIdentifier AccountId accountId, SessionId sessionId, PasswordDigest password)
        implements AccountCommand {}
