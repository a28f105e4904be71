package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.AuthenticatorId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Removes an authenticator; needs a proof not older than five minutes. */
public record RemoveAuthenticator(
        @TargetAggregateIdentifier AccountId accountId, SessionId sessionId, AuthenticatorId authenticatorId)
        implements AccountCommand {}
