package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SignInId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks for a one-time code by e-mail when the second factor is out of reach. */
public record SendEmailCode(@TargetAggregateIdentifier AccountId accountId, SignInId signInId)
        implements AccountCommand {}
