package io.latchkey.command;

import io.latchkey.value.GroupId;
import io.latchkey.value.InvitationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Becomes a member; only the account that was asked can, and once. */
public record AcceptInvitation(@TargetAggregateIdentifier GroupId groupId, Actor by, InvitationId invitationId)
        implements GroupCommand {}
