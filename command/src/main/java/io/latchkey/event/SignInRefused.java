package io.latchkey.event;

import io.latchkey.value.Factor;
import org.jspecify.annotations.Nullable;

/** A proof at sign-in or step-up was not accepted. */
public record SignInRefused(
        String accountId, @Nullable String signInId, Factor factor, boolean knownClient, Reason reason)
        implements AccountEvent {}
