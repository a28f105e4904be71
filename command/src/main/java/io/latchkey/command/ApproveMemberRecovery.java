package io.latchkey.command;

import io.latchkey.value.GroupId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Consents to the recovery of a member that another organizer began. */
public record ApproveMemberRecovery(
        @TargetAggregateIdentifier GroupId groupId, Actor by, RecoveryId recoveryId) implements GroupCommand {}
