package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks the account of a contact whether this session may approve, and counts a wrong code. */
public record JudgeVoiceCode(
        @TargetAggregateIdentifier AccountId accountId, SessionId sessionId, RecoveryId recoveryId, boolean right)
        implements AccountCommand {}
