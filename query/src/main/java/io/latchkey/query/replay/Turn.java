package io.latchkey.query.replay;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The right to rebuild, held by one connection among all nodes; it is gone when the node is. */
final class Turn implements AutoCloseable {

    private static final int FAMILY = 1_819_042_920;
    private static final int REBUILD = 1;

    static final String IS_TAKEN = "exists (select 1 from pg_locks where locktype = 'advisory' and classid = " + FAMILY
            + " and objid = " + REBUILD + " and objsubid = 2 and granted"
            + " and database = (select oid from pg_database where datname = current_database()))";

    private final Connection connection;

    private Turn(Connection connection) {
        this.connection = connection;
    }

    static Turn take(DataSource database) throws SQLException {
        var connection = database.getConnection();
        var taken = false;
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select pg_try_advisory_lock(" + FAMILY + ", " + REBUILD + ")")) {
            taken = answer.next() && answer.getBoolean(1);
        } finally {
            if (!taken) {
                connection.close();
            }
        }
        if (!taken) {
            throw new ReplayRunning();
        }
        return new Turn(connection);
    }

    Connection connection() {
        return connection;
    }

    /** The connection goes back to its pool as it came, or not at all. */
    @Override
    public void close() throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            try (var statement = connection.createStatement()) {
                statement.execute("discard temp");
                statement.execute("select pg_advisory_unlock(" + FAMILY + ", " + REBUILD + ")");
            }
        } catch (SQLException broken) {
            connection.abort(Runnable::run);
        } finally {
            connection.close();
        }
    }
}
