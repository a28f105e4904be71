package io.latchkey.api.journey;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** The service cannot change history; here somebody else makes what an account did eight days older. */
public final class Backdating {

    private static final Duration AGE = Duration.ofDays(8);

    private Backdating() {}

    /** Every event of this type. */
    public static void events(Path data, String accountId, String type) {
        change(data, database -> events(database, accountId, type));
    }

    /** The binding of every device, also in the read model, which is not built again. */
    static void bindings(Path data, String accountId) {
        change(data, database -> {
            int bound = events(database, accountId, "DeviceKeyBound");
            try (var view = database.prepareStatement(
                    "update device_view set key_bound_at = ? where account_id = ? and key_bound_at is not null")) {
                view.setObject(1, Instant.now().minus(AGE).atOffset(ZoneOffset.UTC));
                view.setString(2, accountId);
                if (view.executeUpdate() != bound) {
                    throw new AssertionError("not every binding of " + accountId + " is known");
                }
            }
            return bound;
        });
    }

    private interface Change {
        int in(Connection database) throws SQLException;
    }

    private static void change(Path data, Change change) {
        try (var database = EmbeddedDatabase.of(data).getConnection()) {
            database.setAutoCommit(false);
            if (change.in(database) == 0) {
                throw new AssertionError("nothing of the kind happened");
            }
            database.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static int events(Connection database, String accountId, String type) throws SQLException {
        try (var trigger = database.createStatement();
                var event = database.prepareStatement("update domain_event_entry set time_stamp = ?"
                        + " where aggregate_identifier = ? and payload_type like ?")) {
            trigger.execute("alter table domain_event_entry disable trigger domain_event_entry_is_append_only");
            event.setString(1, Instant.now().minus(AGE).toString());
            event.setString(2, accountId);
            event.setString(3, "%." + type);
            int changed = event.executeUpdate();
            trigger.execute("alter table domain_event_entry enable trigger domain_event_entry_is_append_only");
            return changed;
        }
    }
}
