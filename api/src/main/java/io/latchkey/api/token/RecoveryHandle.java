package io.latchkey.api.token;

import io.latchkey.command.Way;
import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import org.jspecify.annotations.Nullable;

/**
 * Lets whoever began a recovery go on with it. It names no account, for a decoy would show; only that of a reset does, which
 * nobody begins without the password, and that of a recovery with helpers, who are asked after the mailbox proof.
 */
public record RecoveryHandle(
        RecoveryId recoveryId, Way way, @Nullable AccountId accountId) {}
