package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.GroupId;
import io.latchkey.value.InvitationId;
import io.latchkey.value.Label;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tells the account that it is asked into a group; an unknown one is a decoy. */
public record ReceiveInvitation(
        @TargetAggregateIdentifier AccountId accountId,
        GroupId groupId,
        InvitationId invitationId,
        Label groupName,
        Instant expiresAt)
        implements AccountCommand {}
