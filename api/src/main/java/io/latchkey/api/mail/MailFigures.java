package io.latchkey.api.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator watches: how old the oldest waiting mail is, how many wait, and what became of the others. */
final class MailFigures {

    private final MeterRegistry meters;

    MailFigures(MeterRegistry meters, JdbcClient jdbc, Clock clock) {
        this.meters = meters;
        var waiting = new Waiting(jdbc, clock);
        Gauge.builder("latchkey.mail.outbox.age", waiting, Waiting::age)
                .description("Age of the oldest mail that is due and not sent")
                .baseUnit("seconds")
                .strongReference(true)
                .register(meters);
        Gauge.builder("latchkey.mail.outbox.pending", waiting, Waiting::count)
                .description("Mails that wait to be sent")
                .strongReference(true)
                .register(meters);
    }

    void sent(Kind kind) {
        count("latchkey.mail.sent", kind);
    }

    void failed(Kind kind) {
        count("latchkey.mail.failed", kind);
    }

    void dead(Kind kind) {
        count("latchkey.mail.dead", kind);
    }

    private void count(String name, Kind kind) {
        meters.counter(name, "kind", kind.spelling()).increment();
    }

    private record Waiting(JdbcClient jdbc, Clock clock) {

        double age() {
            var now = OutboxTable.time(clock.instant());
            return jdbc.sql("select min(due_at) as due from outbox where state = 'PENDING' and due_at <= ?")
                    .param(now)
                    .query((row, number) -> row.getObject("due", OffsetDateTime.class))
                    .optional()
                    .map(due -> (double) Duration.between(due, now).toSeconds())
                    .orElse(0.0);
        }

        double count() {
            return jdbc.sql("select count(*) from outbox where state = 'PENDING'")
                    .query(Long.class)
                    .single();
        }
    }
}
