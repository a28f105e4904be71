package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SignInId;
import io.latchkey.value.TotpCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Presents a time-based code (RFC 6238) as second factor. */
public record ProveTotp(@TargetAggregateIdentifier AccountId accountId, SignInId signInId, TotpCode code)
        implements AccountCommand {}
