package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.AuthenticatorId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets a suspended authenticator count again. */
public record ResumeAuthenticator(
        @TargetAggregateIdentifier AccountId accountId, SessionId sessionId, AuthenticatorId authenticatorId)
        implements AccountCommand {}
