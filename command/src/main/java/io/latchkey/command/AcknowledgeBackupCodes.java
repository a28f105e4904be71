package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says that the shown backup codes are saved. */
public record AcknowledgeBackupCodes(
        @TargetAggregateIdentifier AccountId accountId, SessionId sessionId, String setId) implements AccountCommand {}
