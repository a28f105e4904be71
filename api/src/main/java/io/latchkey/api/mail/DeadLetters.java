package io.latchkey.api.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.latchkey.secret.Sealer;
import io.latchkey.value.EmailAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What an operator may see of the outbox, and do about it. */
final class DeadLetters {

    /** Whether a mail was put on its way again. */
    enum Retry {
        ON_ITS_WAY,
        NOTHING_LEFT_TO_SEND,
        UNKNOWN
    }

    private final OutboxTable table;
    private final SchedulerClient scheduler;
    private final Sealer sealer;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadLetters(
            OutboxTable table, SchedulerClient scheduler, Sealer sealer, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.scheduler = scheduler;
        this.sealer = sealer;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The newest first; {@code after} is the last mail of the page before. */
    Optional<List<OutboxLine>> page(@Nullable State state, @Nullable UUID after, int limit) {
        var last = after == null ? null : table.find(after).orElse(null);
        return after != null && last == null
                ? Optional.empty()
                : Optional.of(table.page(state, last, limit).stream()
                        .map(mail -> OutboxLine.of(mail, masked(mail)))
                        .toList());
    }

    /** Only a notice can be revived: a code is stale when its mail is dead. */
    Retry retry(UUID id) {
        var now = clock.instant();
        boolean revived = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean done = table.revive(id, now, Writer.NOTICE_LIFE);
            if (done) {
                scheduler.scheduleIfNotExists(
                        Sending.TASK.instance(id.toString()).scheduledTo(now));
            }
            return done;
        }));
        if (revived) {
            return Retry.ON_ITS_WAY;
        }
        return table.find(id)
                .map(mail -> mail.state() == State.PENDING ? Retry.ON_ITS_WAY : Retry.NOTHING_LEFT_TO_SEND)
                .orElse(Retry.UNKNOWN);
    }

    private @Nullable String masked(Queued mail) {
        var sealed = mail.sealedRecipient();
        return sealed == null
                ? null
                : sealer.open(Outbox.recipientContext(mail.mailId()), sealed)
                        .map(address -> new EmailAddress(address).masked())
                        .orElse(null);
    }
}
