package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.GroupId;
import io.latchkey.value.Note;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Begins the recovery of a member; answers {@link RecoveryBegun}. */
public record BeginMemberRecovery(
        @TargetAggregateIdentifier GroupId groupId, Actor by, AccountId member, RecoveryId recoveryId, Note note)
        implements GroupCommand {}
