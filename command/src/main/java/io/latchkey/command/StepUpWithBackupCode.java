package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Renews the proof behind a session with a backup code. */
public record StepUpWithBackupCode(
        @TargetAggregateIdentifier AccountId accountId, SessionId sessionId, BackupCodeDigest code)
        implements AccountCommand {}
