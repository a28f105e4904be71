package io.latchkey.api.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing about mail is kept longer than somebody needs it. */
final class Retention {

    static final Duration RECIPIENT_DIGEST = Duration.ofDays(1);
    static final Duration TEXT_OF_THE_DEAD = Duration.ofDays(1);
    static final Duration ROW = Duration.ofDays(30);

    private Retention() {}

    static RecurringTask<Void> task(Supplier<JdbcClient> jdbc, Clock clock) {
        return Tasks.recurring("forget-old-mail", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> forget(jdbc.get(), clock.instant()));
    }

    static void forget(JdbcClient jdbc, Instant now) {
        jdbc.sql("update outbox set recipient_digest = null where recipient_digest is not null and created_at < ?")
                .param(OutboxTable.time(now.minus(RECIPIENT_DIGEST)))
                .update();
        jdbc.sql("""
                        update outbox set sealed_recipient = null, sealed_letter = null
                        where state = 'DEAD' and sealed_letter is not null and ended_at < ?""").param(OutboxTable.time(now.minus(TEXT_OF_THE_DEAD))).update();
        jdbc.sql("delete from outbox where state <> 'PENDING' and created_at < ?")
                .param(OutboxTable.time(now.minus(ROW)))
                .update();
        new WrongFactors(jdbc).forgetBefore(now.minus(Duration.ofDays(1)));
    }
}
