package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The last step of a recovery, sent by the recovery alone. */
public record ReplaceCredentials(
        @TargetAggregateIdentifier AccountId accountId,
        RecoveryId recoveryId,
        Instant startedAt,
        String codeId,
        PasswordDigest password,
        String policyVersion)
        implements AccountCommand {}
