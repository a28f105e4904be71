package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.AuthenticatorId;
import io.latchkey.value.Label;
import io.latchkey.value.SessionId;
import io.latchkey.value.TotpAlgorithm;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Begins to bind an authenticator; answers {@link TotpBegun}, readable this once, good for ten minutes. */
public record EnrollTotp(
        @TargetAggregateIdentifier AccountId accountId,
        SessionId sessionId,
        AuthenticatorId authenticatorId,
        Label name,
        TotpAlgorithm algorithm,
        int digits)
        implements AccountCommand {}
