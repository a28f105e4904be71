package io.latchkey.api.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the outbox. */
record Queued(
        UUID mailId,
        UUID accountId,
        Kind kind,
        State state,
        @Nullable String sealedRecipient,
        @Nullable String sealedLetter,
        int merged,
        int attempts,
        @Nullable String lastError,
        OffsetDateTime createdAt,
        OffsetDateTime dueAt,
        OffsetDateTime nextAt,
        OffsetDateTime expiresAt,
        OffsetDateTime lastAt,
        @Nullable OffsetDateTime endedAt) {

    boolean stale(Instant now) {
        return !now.isBefore(expiresAt.toInstant());
    }
}
