package io.latchkey.command;

import io.latchkey.value.AccountId;
import io.latchkey.value.DeviceId;
import io.latchkey.value.SignInId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Presents password and secret key, or password and trusted device; unknown identifiers take the same path. */
public record SignIn(
        @TargetAggregateIdentifier AccountId accountId,
        SignInId signInId,
        boolean known,
        PasswordDigest password,
        @Nullable String secretKeyDigest,
        @Nullable DeviceId deviceId)
        implements AccountCommand {
    @Override
    public String toString() {
        return "SignIn[hidden]";
    }
}
