package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.PersonName;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Opens an account; answers {@link Registered} with the secret key, readable this once. */
public record RegisterAccount(
        @TargetAggregateIdentifier AccountId accountId, EmailAddress email, PersonName name, PasswordDigest password)
        implements AccountCommand {}
