package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SignInId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Presents a backup code as second factor. */
public record ProveBackupCode(@TargetAggregateIdentifier AccountId accountId, SignInId signInId, BackupCodeDigest code)
        implements AccountCommand {}
