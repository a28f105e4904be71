package io.latchkey.query.accounts;

import io.latchkey.command.Policy;
import io.latchkey.command.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long a way takes that waits, for whoever asks as soon as the mailbox may be used. */
record ResetTime(Duration quarantine, Duration waiting) {

    static ResetTime of(Policy policy) {
        var rule = policy.rule(Way.DELAYED_RESET);
        return new ResetTime(rule.quarantine(), policy.waitingPeriodOfReset());
    }

    static ResetTime ofContacts(Policy policy) {
        var rule = policy.rule(Way.CONTACTS);
        return new ResetTime(rule.quarantine(), rule.waiting().standard());
    }

    /** It begins before it is known which of the two ways it goes, so that the stricter one counts. */
    static ResetTime ofOrganizers(Policy policy) {
        var one = policy.rule(Way.ORGANIZER);
        var two = policy.rule(Way.TWO_ORGANIZERS);
        return new ResetTime(
                Collections.max(List.of(one.quarantine(), two.quarantine())),
                Collections.max(List.of(one.waiting().standard(), two.waiting().standard())));
    }

    Duration from(Instant now, @Nullable Instant mailboxProvenAt) {
        var provenAt = mailboxProvenAt == null ? now : mailboxProvenAt;
        long left = Duration.between(now, provenAt.plus(quarantine)).toSeconds();
        return waiting.plusSeconds(Math.max(0, left));
    }
}
