package io.latchkey.store.embedded;

import io.latchkey.settings.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL of the service's own, running in its data directory for as long as this object is open. */
public final class EmbeddedPostgres implements AutoCloseable {
    static final String OWNER = "postgres";
    private static final String LATCHKEY = "latchkey";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final DirectoryLock lock;
    private final Cluster cluster;
    private final Access access;
    private final Watch watch;

    private EmbeddedPostgres(DirectoryLock lock, Cluster cluster, Access access) {
        this.lock = lock;
        this.cluster = cluster;
        this.access = access;
        this.watch = new Watch(cluster, access.port());
    }

    public static EmbeddedPostgres start(Path data) {
        return start(data, Unprivileged::find);
    }

    static EmbeddedPostgres start(Path data, Unprivileged.Search search) {
        var place = new Place(data.toAbsolutePath().normalize());
        try {
            var lock = DirectoryLock.take(place);
            try {
                return start(place, lock, search);
            } catch (IOException | SQLException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The embedded PostgreSQL could not use " + place.data(), failed);
        } catch (SQLException failed) {
            throw new CannotStart(
                    "The embedded PostgreSQL started but refused to be set up: " + failed.getMessage(), failed);
        }
    }

    private static EmbeddedPostgres start(Place place, DirectoryLock lock, Unprivileged.Search search)
            throws IOException, SQLException {
        var access = Access.loadOrCreate(place.access());
        var cluster = new Cluster(place, search.find(place.output()));
        cluster.stopLeftOver();
        cluster.createIfMissing(access);
        if (!access.portIsFree()) {
            access = access.onAnotherPort().saveIn(place.access());
        }
        cluster.start(access.port());
        try (var connection = access.asOwner()) {
            Setup.verify(connection);
            Setup.createDatabase(connection, LATCHKEY, access.password());
        } catch (SQLException | RuntimeException failed) {
            cluster.stop();
            throw failed;
        }
        LOG.info("Embedded PostgreSQL runs on 127.0.0.1:{}, its files are in {}", access.port(), place.home());
        var started = new EmbeddedPostgres(lock, cluster, access);
        started.watch.begin();
        return started;
    }

    public String url() {
        return access.url(LATCHKEY);
    }

    public String username() {
        return LATCHKEY;
    }

    public String password() {
        return access.password();
    }

    Connection asOwner() throws SQLException {
        return access.asOwner();
    }

    /** Lets go without stopping anything, as a kill would. */
    void abandon() throws IOException {
        watch.close();
        lock.close();
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            watch.close();
            cluster.stop();
        }
    }
}
