package io.latchkey.api.mail;

import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One mail to be queued; the same event always makes the same id, so it is queued once. */
record Mail(
        UUID id,
        AccountId account,
        Kind kind,
        EmailAddress to,
        Letter letter,
        Instant expiresAt,
        @Nullable Allowance allowance) {

    static UUID id(String eventId, Kind kind) {
        return UUID.nameUUIDFromBytes((eventId + '/' + kind.name()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Mail[hidden]";
    }
}
