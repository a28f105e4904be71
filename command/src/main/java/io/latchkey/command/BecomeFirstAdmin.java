package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Spends the bootstrap token printed at the first start. */
public record BecomeFirstAdmin(@TargetAggregateIdentifier AccountId accountId, SessionId sessionId, String tokenDigest)
        implements AccountCommand {
    @Override
    public String toString() {
        return "BecomeFirstAdmin[hidden]";
    }
}
