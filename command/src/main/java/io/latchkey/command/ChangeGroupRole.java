package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.GroupId;
import io.latchkey.value.GroupRole;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes a member an organizer, or an organizer a member. */
public record ChangeGroupRole(@TargetAggregateIdentifier GroupId groupId, Actor by, AccountId member, GroupRole role)
        implements GroupCommand {}
