package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.AuthenticatorId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Reports an authenticator lost, in a session of any strength. */
public record SuspendAuthenticator(
        @TargetAggregateIdentifier AccountId accountId, SessionId sessionId, AuthenticatorId authenticatorId)
        implements AccountCommand {}
