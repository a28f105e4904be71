package io.latchkey.api.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/** The running database of a data directory, opened from outside as its service opens it. */
public final class EmbeddedDatabase {

    private EmbeddedDatabase() {}

    public static PGSimpleDataSource of(Path data) {
        var database = new PGSimpleDataSource();
        database.setUrl(url(data));
        database.setUser("latchkey");
        database.setPassword(access(data).getProperty("password"));
        return database;
    }

    public static String url(Path data) {
        return "jdbc:postgresql://127.0.0.1:" + access(data).getProperty("port") + "/latchkey";
    }

    private static Properties access(Path data) {
        var access = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("postgresql.properties"))) {
            access.load(reader);
            return access;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
