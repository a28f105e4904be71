package io.latchkey.api.bench;

import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.Origin;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.common.DateTimeUtils;

/** Writes events straight into the store, as if they had happened before. */
final class History implements AutoCloseable {

    private static final String INSERT = """
            insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                payload_type, payload, meta_data)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final int BATCH = 1000;

    private final PreparedStatement insert;
    private final byte[] metadata;
    private final String now = DateTimeUtils.formatInstant(Instant.now());
    private int waiting;

    History(Connection connection, String sealedClient) throws SQLException {
        insert = connection.prepareStatement(INSERT);
        metadata = json(Map.of(
                Origin.ACTOR,
                "anonymous",
                Origin.ACTOR_ROLE,
                "anonymous",
                Origin.CORRELATION_ID,
                UUID.randomUUID().toString(),
                Origin.TRACE_ID,
                UUID.randomUUID().toString(),
                Origin.CAUSATION_ID,
                UUID.randomUUID().toString(),
                Origin.CLIENT,
                sealedClient,
                Origin.CLIENT_KEY,
                "client",
                Origin.AGENT,
                sealedClient));
    }

    void add(String type, String aggregateId, LatchkeyEvent... events) throws SQLException {
        for (int sequence = 0; sequence < events.length; sequence++) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, aggregateId);
            insert.setLong(3, sequence);
            insert.setString(4, type);
            insert.setString(5, now);
            insert.setString(6, events[sequence].getClass().getName());
            insert.setBytes(7, json(events[sequence]));
            insert.setBytes(8, metadata);
            insert.addBatch();
            if (++waiting % BATCH == 0) {
                insert.executeBatch();
            }
        }
    }

    private static byte[] json(Object value) {
        return Wire.JSON.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws SQLException {
        insert.executeBatch();
        insert.close();
    }
}
