package io.latchkey.event;

import io.latchkey.value.Factor;
import org.jspecify.annotations.Nullable;

/** One of the proofs a recovery needs was right. */
public record RecoveryProofAccepted(
        String recoveryId,
        String accountId,
        Factor factor,
        @Nullable String codeId) implements RecoveryEvent {}
