package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.MailedCode;
import io.latchkey.value.SignInId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Presents the mailed one-time code; answers with a recovery session. */
public record ProveEmailCode(@TargetAggregateIdentifier AccountId accountId, SignInId signInId, MailedCode code)
        implements AccountCommand {}
