package io.latchkey.command;

import io.latchkey.value.GroupId;
import io.latchkey.value.Label;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Begins a family or a business with one organizer. */
public record CreateGroup(@TargetAggregateIdentifier GroupId groupId, Actor by, Label name) implements GroupCommand {}
