package io.latchkey.command;

import io.latchkey.value.GroupId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends the own membership. */
public record LeaveGroup(@TargetAggregateIdentifier GroupId groupId, Actor by) implements GroupCommand {}
