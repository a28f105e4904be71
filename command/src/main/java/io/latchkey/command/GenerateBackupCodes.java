package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SessionId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Replaces the whole set of backup codes. */
public record GenerateBackupCodes(
        @TargetAggregateIdentifier AccountId accountId, SessionId sessionId, BackupCodeDigests codes)
        implements AccountCommand {}
