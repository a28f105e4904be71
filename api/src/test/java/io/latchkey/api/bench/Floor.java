package io.latchkey.api.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.common.DateTimeUtils;

/** The least that any service on this PostgreSQL must do: one transaction that inserts one event row, by plain JDBC. */
final class Floor implements Work {

    private static final String INSERT = """
            insert into bench_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                payload_type, payload, meta_data)
            values (?, ?, 0, 'Account', ?, 'io.latchkey.event.TotpAccepted', ?, ?)""";

    /** About what a {@code TotpAccepted} and its metadata have. */
    private static final byte[] PAYLOAD = "p".repeat(180).getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private static final byte[] METADATA = "m".repeat(900).getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final Connection connection;
    private final PreparedStatement insert;

    private Floor(Connection connection) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement(INSERT);
    }

    static Subject on(Service service) throws Exception {
        try (var connection = service.database();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists bench_event (like domain_event_entry including all)");
        }
        return new Subject("floor: one event row by JDBC", () -> new Floor(service.database()));
    }

    @Override
    public boolean once() throws SQLException {
        insert.setString(1, UUID.randomUUID().toString());
        insert.setString(2, UUID.randomUUID().toString());
        insert.setString(3, DateTimeUtils.formatInstant(Instant.now()));
        insert.setBytes(4, PAYLOAD);
        insert.setBytes(5, METADATA);
        return insert.executeUpdate() == 1;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
