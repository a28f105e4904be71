package io.latchkey.query.groups;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recovery of the account itself that organizers help with and that has not ended. */
public record OwnHelpLine(
        String recoveryId,
        String groupId,
        Instant expiresAt,
        @Nullable Instant completesAt) {}
