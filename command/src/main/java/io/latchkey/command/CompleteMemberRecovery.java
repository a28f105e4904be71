package io.latchkey.command;

import io.latchkey.value.GroupId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Puts the credentials in force that the member has chosen. */
public record CompleteMemberRecovery(
        @TargetAggregateIdentifier GroupId groupId, Actor by, RecoveryId recoveryId) implements GroupCommand {}
