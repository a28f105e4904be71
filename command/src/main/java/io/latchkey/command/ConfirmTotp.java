package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.AuthenticatorId;
import io.latchkey.value.SessionId;
import io.latchkey.value.TotpCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Activates an authenticator with its first right code; the digests become the first set of backup codes if there is none. */
public record ConfirmTotp(
        @TargetAggregateIdentifier AccountId accountId,
        SessionId sessionId,
        AuthenticatorId authenticatorId,
        TotpCode code,
        @Nullable BackupCodeDigests backupCodes)
        implements AccountCommand {}
