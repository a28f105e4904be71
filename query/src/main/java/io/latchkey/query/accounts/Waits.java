package io.latchkey.query.accounts;

import io.latchkey.command.Policy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long the ways take that do not open at once. */
record Waits(Duration reset, Duration contacts, Duration organizers) {

    static Waits of(Policy policy, Instant now, @Nullable Instant mailboxProvenAt) {
        return new Waits(
                ResetTime.of(policy).from(now, mailboxProvenAt),
                ResetTime.ofContacts(policy).from(now, mailboxProvenAt),
                ResetTime.ofOrganizers(policy).from(now, mailboxProvenAt));
    }
}
