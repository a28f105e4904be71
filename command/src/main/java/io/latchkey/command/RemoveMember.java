package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.GroupId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends the membership of somebody else. */
public record RemoveMember(@TargetAggregateIdentifier GroupId groupId, Actor by, AccountId member)
        implements GroupCommand {}
