package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.GroupId;
import io.latchkey.value.GroupRole;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Takes a role in a group; by the holder when there is a session. */
public record EnterGroup(
        @TargetAggregateIdentifier AccountId accountId,
        @Nullable SessionId sessionId,
        GroupId groupId,
        GroupRole role) implements AccountCommand {}
