package io.latchkey.api.token;

import io.latchkey.value.AccountId;
import io.latchkey.value.DeviceId;

/** What a trusted device shows in place of the secret key. */
public record DeviceToken(AccountId accountId, DeviceId deviceId) {}
