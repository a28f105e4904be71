package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.GroupId;
import io.latchkey.value.RecoveryId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Opens the case of a member at its account; sent by the group alone. */
public record StartAssistance(
        @TargetAggregateIdentifier AccountId accountId, RecoveryId recoveryId, GroupId groupId, AccountId startedBy)
        implements AccountCommand {}
