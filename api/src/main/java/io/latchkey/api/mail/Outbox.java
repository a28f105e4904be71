package io.latchkey.api.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.latchkey.secret.Hashing;
import io.latchkey.secret.Sealer;
import io.latchkey.value.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Queues mail: within the limits of its recipient, and notices of one kind together. */
final class Outbox {

    static final Duration MERGED = Duration.ofMinutes(15);

    /** A mail that is due so soon may be on its way already. */
    private static final Duration TOO_LATE_TO_JOIN = Duration.ofSeconds(5);

    private final OutboxTable table;
    private final SchedulerClient scheduler;
    private final Sealer sealer;
    private final Hashing hashing;
    private final Clock clock;

    Outbox(OutboxTable table, SchedulerClient scheduler, Sealer sealer, Hashing hashing, Clock clock) {
        this.table = table;
        this.scheduler = scheduler;
        this.sealer = sealer;
        this.hashing = hashing;
        this.clock = clock;
    }

    void queue(Mail mail) {
        var allowance = mail.allowance();
        if (allowance != null) {
            queueLimited(mail, allowance);
        } else {
            queueNotice(mail);
        }
    }

    void forget(AccountId account) {
        table.forget(account);
    }

    private void queueLimited(Mail mail, Allowance allowance) {
        var now = clock.instant();
        var digest = hashing.lookup(mail.to());
        boolean allowed = table.countFor(digest, allowance, now.minus(Duration.ofHours(1))) < Allowance.AN_HOUR
                && table.countFor(digest, allowance, now.minus(Duration.ofDays(1))) < Allowance.A_DAY;
        if (allowed) {
            put(mail, digest, now, now);
        } else {
            suppress(mail, now);
        }
    }

    /** The first of its kind goes at once, those of the next quarter of an hour together, unless they are urgent. */
    private void queueNotice(Mail mail) {
        var now = clock.instant();
        var latest = table.latest(mail.account(), mail.kind()).orElse(null);
        if (latest == null || mail.kind().urgent()) {
            put(mail, null, now, now);
            return;
        }
        var due = latest.dueAt().toInstant();
        boolean waits = latest.state() == State.PENDING && due.isAfter(now.plus(TOO_LATE_TO_JOIN));
        if (!waits) {
            var quietUntil = due.plus(MERGED);
            put(mail, null, now, quietUntil.isAfter(now) ? quietUntil : now);
        } else if (suppress(mail, now)) {
            table.merge(latest.mailId(), sealedLetter(mail, latest.mailId()), now, mail.expiresAt());
        }
    }

    private void put(Mail mail, @Nullable String digest, Instant now, Instant due) {
        var id = mail.id();
        var recipient = sealer.seal(owner(mail), recipientContext(id), mail.to().value());
        if (table.add(new Draft(mail, State.PENDING, digest, recipient, sealedLetter(mail, id), now, due))) {
            scheduler.scheduleIfNotExists(Sending.TASK.instance(id.toString()).scheduledTo(due));
        }
    }

    private boolean suppress(Mail mail, Instant now) {
        return table.add(new Draft(mail, State.SUPPRESSED, null, null, null, now, now));
    }

    private String sealedLetter(Mail mail, UUID carrier) {
        return sealer.seal(owner(mail), letterContext(carrier), mail.letter().joined());
    }

    private static String owner(Mail mail) {
        return "account:" + mail.account().value();
    }

    static String recipientContext(UUID id) {
        return "Outbox/recipient/" + id;
    }

    static String letterContext(UUID id) {
        return "Outbox/letter/" + id;
    }
}
