package io.latchkey.store.embedded;

import io.latchkey.settings.CannotStart;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What must hold in a started cluster: it is durable, and the service is not its superuser. */
final class Setup {
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Setup() {}

    static void verify(Connection connection) throws SQLException {
        for (var setting : DURABLE) {
            var value = single(connection, "show " + setting);
            if (!value.equals("on")) {
                throw new CannotStart("The embedded PostgreSQL runs with " + setting + " " + value
                        + " and could lose what it acknowledged: remove that setting.");
            }
        }
    }

    /** The password is made of letters, digits, '-' and '_' only. */
    static void createDatabase(Connection connection, String name, String password) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (single(connection, "select count(*) from pg_roles where rolname = '" + name + "'")
                    .equals("0")) {
                statement.execute("create role " + name + " login");
            }
            statement.execute("alter role " + name + " password '" + password + "'");
            if (single(connection, "select count(*) from pg_database where datname = '" + name + "'")
                    .equals("0")) {
                statement.execute("create database " + name + " owner " + name);
                statement.execute("revoke connect on database " + name + " from public");
            }
        }
    }

    private static String single(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
