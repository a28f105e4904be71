package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.AuthenticatorId;
import io.latchkey.value.Label;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives an authenticator another name. */
public record RenameAuthenticator(
        @TargetAggregateIdentifier AccountId accountId,
        SessionId sessionId,
        AuthenticatorId authenticatorId,
        Label name)
        implements AccountCommand {}
