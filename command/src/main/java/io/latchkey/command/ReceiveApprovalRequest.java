package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tells a recovery contact that the holder wants to come back. */
public record ReceiveApprovalRequest(
        @TargetAggregateIdentifier AccountId accountId,
        AccountId holder,
        RecoveryId recoveryId,
        String holderName,
        Instant expiresAt)
        implements AccountCommand {}
