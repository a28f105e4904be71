package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.GroupId;
import io.latchkey.value.InvitationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks somebody into the group; answers alike for an address that nobody has. */
public record InviteMember(
        @TargetAggregateIdentifier GroupId groupId, Actor by, InvitationId invitationId, AccountId invited)
        implements GroupCommand {}
