package io.latchkey.api.journey;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

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
