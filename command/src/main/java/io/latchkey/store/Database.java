package io.latchkey.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.latchkey.settings.LatchkeyProperties;
import io.latchkey.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL in use: one of the operator's, or the embedded one for as long as this is open. */
final class Database implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration STATEMENT = Duration.ofSeconds(30);
    private static final Duration SOCKET = Duration.ofSeconds(40);
    private static final Duration IDLE_IN_TRANSACTION = Duration.ofSeconds(10);
    private static final Duration TRANSACTION = Duration.ofMinutes(2);

    private final @Nullable EmbeddedPostgres embedded;
    private final LatchkeyProperties settings;

    Database(LatchkeyProperties settings) {
        this.settings = settings;
        this.embedded = settings.database().embedded() ? EmbeddedPostgres.start(settings.data()) : null;
    }

    HikariDataSource connect() {
        var pool = new HikariConfig();
        pool.setPoolName("latchkey");
        if (embedded == null) {
            pool.setJdbcUrl(settings.database().url());
            pool.setUsername(settings.database().username());
            pool.setPassword(settings.database().password());
        } else {
            pool.setJdbcUrl(embedded.url());
            pool.setUsername(embedded.username());
            pool.setPassword(embedded.password());
        }
        pool.setMaximumPoolSize(settings.database().connections());
        pool.setMinimumIdle(4);
        pool.setConnectionTimeout(CONNECT.toMillis());
        pool.setValidationTimeout(CONNECT.toMillis() / 2);
        limit(pool);
        return new HikariDataSource(pool);
    }

    /** Nothing waits for ever, and no transaction stays open longer than a reader may skip it. The driver reads texts only. */
    private static void limit(HikariConfig pool) {
        pool.addDataSourceProperty("ApplicationName", "latchkey");
        pool.addDataSourceProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
        pool.addDataSourceProperty("loginTimeout", Long.toString(CONNECT.toSeconds()));
        pool.addDataSourceProperty("socketTimeout", Long.toString(SOCKET.toSeconds()));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty(
                "options",
                "-c statement_timeout=" + STATEMENT.toMillis() + " -c idle_in_transaction_session_timeout="
                        + IDLE_IN_TRANSACTION.toMillis() + " -c TimeZone=UTC");
        // PostgreSQL 17 and later; before, only the two limits above hold.
        pool.setConnectionInitSql("select set_config('transaction_timeout', '" + TRANSACTION.toMillis()
                + "', false) where current_setting('server_version_num')::int >= 170000");
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
