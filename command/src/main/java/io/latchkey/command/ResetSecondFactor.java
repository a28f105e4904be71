package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.SignInId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** After the password, on a bound device: takes the lost authenticators and backup codes away at once. */
public record ResetSecondFactor(
        @TargetAggregateIdentifier AccountId accountId,
        SignInId signInId,
        @Nullable DeviceProof proof) implements AccountCommand {}
