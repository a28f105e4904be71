package io.latchkey.api.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A mail as an operator sees it: whose, but not to whom, and nothing of its text. */
record OutboxLine(
        String id,
        String accountId,
        String kind,
        String state,
        @Nullable String to,
        int attempts,
        int merged,
        @Nullable String lastError,
        Instant createdAt,
        Instant nextAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        boolean retriable) {

    static OutboxLine of(Queued mail, @Nullable String masked) {
        return new OutboxLine(
                mail.mailId().toString(),
                mail.accountId().toString(),
                mail.kind().spelling(),
                mail.state().name().toLowerCase(Locale.ROOT),
                masked,
                mail.attempts(),
                mail.merged(),
                mail.lastError(),
                mail.createdAt().toInstant(),
                mail.nextAt().toInstant(),
                mail.expiresAt().toInstant(),
                instant(mail.endedAt()),
                mail.state() == State.DEAD && mail.sealedLetter() != null);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
