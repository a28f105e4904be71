package io.latchkey.api.storm;

import io.latchkey.api.journey.Client;
import io.latchkey.api.journey.Holder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Where races are run: the doors of the nodes, and what is stored behind them. */
public interface World {

    /** A stored event, by the name of its type. */
    record Stored(String type, String reason) {}

    List<Client> nodes();

    /** The events of one account or recovery in their order. */
    List<Stored> events(String id);

    /** The mailboxes of these are a week old from now on, and so is that they are recovery contacts. */
    void aWeekPasses(List<Holder> holders);

    /** History as PostgreSQL keeps it. */
    static List<Stored> history(Connection database, String id) throws SQLException {
        return read(database, """
                select payload_type, coalesce(convert_from(payload, 'UTF8')::jsonb ->> 'reason', '')
                from domain_event_entry where aggregate_identifier = ? order by sequence_number""", id);
    }

    /** The same from the trail, which has one line for each event wherever history is kept. */
    static List<Stored> trail(Connection database, String id) throws SQLException {
        return read(
                database,
                "select type, coalesce(reason, '') from audit_record where aggregate_id = ? order by sequence",
                id);
    }

    private static List<Stored> read(Connection database, String sql, String id) throws SQLException {
        try (database;
                var statement = database.prepareStatement(sql)) {
            statement.setString(1, id);
            var stored = new ArrayList<Stored>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var type = row.getString(1);
                    stored.add(new Stored(type.substring(type.lastIndexOf('.') + 1), row.getString(2)));
                }
            }
            return stored;
        }
    }
}
