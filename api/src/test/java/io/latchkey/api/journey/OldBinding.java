package io.latchkey.api.journey;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** The service cannot change history; here somebody else makes the binding of every device of an account eight days old. */
final class OldBinding {

    private static final Duration AGE = Duration.ofDays(8);

    private OldBinding() {}

    static void make(Path data, String accountId) {
        var password = Running.access(data).getProperty("password");
        try (var database = DriverManager.getConnection(Running.url(data), "latchkey", password)) {
            database.setAutoCommit(false);
            make(database, accountId);
            database.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void make(Connection database, String accountId) throws SQLException {
        var at = Instant.now().minus(AGE);
        try (var trigger = database.createStatement();
                var event = database.prepareStatement("update domain_event_entry set time_stamp = ?"
                        + " where aggregate_identifier = ? and payload_type like '%DeviceKeyBound'");
                var view = database.prepareStatement(
                        "update device_view set key_bound_at = ? where account_id = ? and key_bound_at is not null")) {
            trigger.execute("alter table domain_event_entry disable trigger domain_event_entry_is_append_only");
            event.setString(1, at.toString());
            event.setString(2, accountId);
            int bound = event.executeUpdate();
            trigger.execute("alter table domain_event_entry enable trigger domain_event_entry_is_append_only");
            view.setObject(1, at.atOffset(ZoneOffset.UTC));
            view.setString(2, accountId);
            if (bound == 0 || view.executeUpdate() != bound) {
                throw new AssertionError("not every binding of " + accountId + " is known");
            }
        }
    }
}
