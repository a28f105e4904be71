package io.latchkey.store;

import static org.axonframework.eventhandling.GenericEventMessage.asEventMessage;

import io.latchkey.command.ThrottleLog;
import io.latchkey.event.AttemptsThrottled;
import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Refused attempts, counted a minute at a time; each minute that is over becomes one event. */
public final class ThrottledAttempts implements ThrottleLog {

    private static final int BATCH = 500;

    private record Row(UUID accountId, String factor, OffsetDateTime minute, int attempts) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EventGateway events;

    ThrottledAttempts(JdbcClient jdbc, TransactionTemplate transaction, EventGateway events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
    }

    @Override
    public void note(AccountId accountId, Factor factor, Instant at) {
        jdbc.sql("""
                        insert into throttled_attempt (account_id, factor, minute, attempts) values (?, ?, ?, 1)
                        on conflict (account_id, factor, minute)
                        do update set attempts = throttled_attempt.attempts + 1""")
                .params(
                        UUID.fromString(accountId.value()),
                        factor.name(),
                        at.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Writes the minutes that ended before {@code now} to the trail. */
    public void publish(Instant now) {
        transaction.executeWithoutResult(status -> publishBatch(now));
    }

    private void publishBatch(Instant now) {
        List<Row> ended = jdbc.sql("""
                        delete from throttled_attempt where ctid in (
                            select ctid from throttled_attempt where minute < ? limit ? for update skip locked)
                        returning account_id, factor, minute, attempts""")
                .params(now.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC), BATCH)
                .query(Row.class)
                .list();
        events.publish(ended.stream().map(row -> asEventMessage(event(row))).toList());
    }

    private static AttemptsThrottled event(Row row) {
        var from = row.minute.toInstant();
        return new AttemptsThrottled(
                row.accountId.toString(),
                Factor.valueOf(row.factor),
                row.attempts,
                from,
                from.plus(Duration.ofMinutes(1)));
    }
}
