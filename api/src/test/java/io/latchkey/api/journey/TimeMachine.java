package io.latchkey.api.journey;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Lets the database of one service tell a later time. Installed before a restart; from then on the service follows within seconds. */
final class TimeMachine {

    private static final int UNTIL_SEEN = 2_500;

    private final Path data;
    Duration ahead = Duration.ZERO;

    private TimeMachine(Path data) {
        this.data = data;
    }

    static TimeMachine install(Path data) {
        var machine = new TimeMachine(data);
        machine.run(
                "create schema travel",
                "create table travel.ahead as select interval '0' as by",
                "create function travel.clock_timestamp() returns timestamptz language sql as"
                        + " $$ select pg_catalog.clock_timestamp() + by from travel.ahead $$",
                "alter role current_user set search_path = public, travel, pg_catalog");
        return machine;
    }

    /** As if this had happened so much earlier; what is written is never changed otherwise. */
    static void happenedEarlier(Path data, String accountId, String event, Duration by) {
        new TimeMachine(data)
                .run(
                        "alter table domain_event_entry disable trigger user",
                        "update domain_event_entry set time_stamp = '"
                                + Instant.now().minus(by) + "' where" + " aggregate_identifier = '" + accountId
                                + "' and payload_type like '%." + event + "'",
                        "alter table domain_event_entry enable trigger user");
    }

    void travel(Duration time) {
        ahead = ahead.plus(time);
        run("update travel.ahead set by = interval '" + ahead.toSeconds() + " seconds'");
        Client.pause(UNTIL_SEEN);
    }

    private void run(String... statements) {
        try (var connection = DriverManager.getConnection(
                        Running.url(data), "latchkey", Running.access(data).getProperty("password"));
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
