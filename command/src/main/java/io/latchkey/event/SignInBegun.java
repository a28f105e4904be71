package io.latchkey.event;

import io.latchkey.value.Factor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first factor was right; a second one is needed. */
public record SignInBegun(
        String accountId, String signInId, @Nullable String deviceId, List<Factor> factors, Instant expiresAt)
        implements AccountEvent {}
