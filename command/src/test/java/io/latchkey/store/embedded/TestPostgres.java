package io.latchkey.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One real PostgreSQL for all tests of a JVM; every test takes a database of its own from it. */
public final class TestPostgres {
    private static final EmbeddedPostgres POSTGRES = start();

    private TestPostgres() {}

    /** Its URL says where the database is and nothing else: what a service sets on its connections stays as it set it. */
    private static final class TestDatabase extends PGSimpleDataSource {
        private static final long serialVersionUID = 1;
        private final String plainUrl;

        TestDatabase(String plainUrl) {
            this.plainUrl = plainUrl;
        }

        @Override
        public String getUrl() {
            return plainUrl;
        }
    }

    /** An empty database; its URL, user name and password are those of the answer. */
    public static PGSimpleDataSource emptyDatabase() {
        return copyOf("template1");
    }

    /** A database with every migration of the class path applied. */
    public static PGSimpleDataSource database() {
        return copyOf(Migrated.NAME);
    }

    /** What every such database is copied from. */
    private static final class Migrated {
        static final String NAME = migrated();

        private static String migrated() {
            var source = emptyDatabase();
            Flyway.configure().dataSource(source).load().migrate();
            return source.getUrl().substring(source.getUrl().lastIndexOf('/') + 1);
        }
    }

    private static PGSimpleDataSource copyOf(String template) {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        asOwner(POSTGRES, "create database " + name + " owner " + POSTGRES.username() + " template " + template);
        return source(name);
    }

    private static PGSimpleDataSource source(String name) {
        var source = new TestDatabase(POSTGRES.url().replaceFirst("/latchkey$", "/" + name));
        source.setUser(POSTGRES.username());
        source.setPassword(POSTGRES.password());
        return source;
    }

    private static void asOwner(EmbeddedPostgres postgres, String... statements) {
        try (var connection = postgres.asOwner();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static JdbcClient client() {
        return JdbcClient.create(database());
    }

    /** Lets a service under test use this database. */
    public static void give(PGSimpleDataSource database, DynamicPropertyRegistry properties) {
        properties.add("latchkey.database.url", database::getUrl);
        properties.add("latchkey.database.username", database::getUser);
        properties.add("latchkey.database.password", database::getPassword);
    }

    /** PostgreSQL's programs, unpacked once for all data directories of the tests. */
    public static synchronized void share(Path data) throws IOException {
        var programs = Archive.unpackedIn(
                Files.createDirectories(Path.of("target/postgresql")).resolve(Archive.VERSION));
        var place = new Place(data);
        place.create();
        var shared = place.home().resolve(Archive.VERSION);
        if (Files.notExists(shared)) {
            Files.createSymbolicLink(shared, programs.toAbsolutePath());
        }
    }

    private static EmbeddedPostgres start() {
        var postgres = EmbeddedPostgres.start(Path.of("target"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
        letIn(postgres);
        // No test cuts the power: what the kernel holds is safe enough.
        asOwner(postgres, "alter system set fsync = off", "select pg_reload_conf()");
        return postgres;
    }

    /** A password costs thousands of hashes each time, and tests connect thousands of times. */
    private static void letIn(EmbeddedPostgres postgres) {
        try (var connection = postgres.asOwner();
                var statement = connection.createStatement();
                var row = statement.executeQuery("show hba_file")) {
            row.next();
            var rules = Path.of(row.getString(1));
            Files.writeString(rules, "host all all 127.0.0.1/32 trust\n" + Files.readString(rules));
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** After the services of the tests, which the same end of the JVM closes at the same time. */
    private static void stop(EmbeddedPostgres postgres) {
        try {
            for (var i = 0; i < 100 && isUsed(postgres); i++) {
                Thread.sleep(100);
            }
            postgres.close();
        } catch (IOException | SQLException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean isUsed(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.asOwner();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from pg_stat_activity where application_name = 'latchkey'")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }
}
