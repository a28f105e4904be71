package io.latchkey.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The intents of commands, by their idempotency keys. */
final class IntentTable {

    /** An outcome without secrets, and the last event that was to be recorded with it. */
    record Intent(
            String key, String requestDigest, String outcome, String aggregateId, long sequence, String eventId) {}

    private final JdbcClient jdbc;
    private final TransactionOperations apart;
    private final Clock clock;

    /** Intents are written {@code apart} from the transaction of their command. */
    IntentTable(JdbcClient jdbc, TransactionOperations apart, Clock clock) {
        this.jdbc = jdbc;
        this.apart = apart;
        this.clock = clock;
    }

    void write(Intent intent) {
        apart.executeWithoutResult(status -> jdbc.sql("""
                        insert into command_intent (key, request_digest, outcome, aggregate_id, sequence, event_id, at)
                        values (:key, :digest, :outcome::jsonb, :aggregate, :sequence, :event, :at)
                        on conflict (key) do update set request_digest = :digest, outcome = :outcome::jsonb,
                            aggregate_id = :aggregate, sequence = :sequence, event_id = :event, at = :at""")
                .param("key", intent.key)
                .param("digest", intent.requestDigest)
                .param("outcome", intent.outcome)
                .param("aggregate", intent.aggregateId)
                .param("sequence", intent.sequence)
                .param("event", intent.eventId)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
    }

    Optional<Intent> find(String key) {
        return jdbc.sql("select * from command_intent where key = ?")
                .param(key)
                .query(Intent.class)
                .optional();
    }

    void forget(Instant before) {
        jdbc.sql("delete from command_intent where at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
