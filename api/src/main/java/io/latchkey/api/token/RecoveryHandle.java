package io.latchkey.api.token;

import io.latchkey.value.RecoveryId;

/** Lets whoever began a recovery go on with it. It names no account: a decoy would show. */
public record RecoveryHandle(RecoveryId recoveryId) {}
