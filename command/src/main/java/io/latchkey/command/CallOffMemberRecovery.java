package io.latchkey.command;

import io.latchkey.value.GroupId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Stops the recovery of a member; the member can, and whoever consented to it. */
public record CallOffMemberRecovery(
        @TargetAggregateIdentifier GroupId groupId, Actor by, RecoveryId recoveryId) implements GroupCommand {}
