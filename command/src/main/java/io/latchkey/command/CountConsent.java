package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.GroupId;
import io.latchkey.value.RecoveryId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks the same as {@link JudgeOrganizer}, and counts a consent. */
public record CountConsent(
        @TargetAggregateIdentifier AccountId accountId, SessionId sessionId, GroupId groupId, RecoveryId recoveryId)
        implements AccountCommand {}
