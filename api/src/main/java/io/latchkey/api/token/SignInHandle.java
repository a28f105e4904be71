package io.latchkey.api.token;

import io.latchkey.value.AccountId;
import io.latchkey.value.SignInId;

/** Lets whoever passed the first factor go on with the second one. */
public record SignInHandle(SignInId signInId, AccountId accountId) {}
