package io.latchkey.command;

import io.latchkey.event.Reason;
import io.latchkey.value.AccountId;
import io.latchkey.value.GroupId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Gives up the membership; by the holder when there is a session. */
public record QuitGroup(
        @TargetAggregateIdentifier AccountId accountId,
        @Nullable SessionId sessionId,
        GroupId groupId,
        Reason reason) implements AccountCommand {}
