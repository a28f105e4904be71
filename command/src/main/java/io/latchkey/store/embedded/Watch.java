package io.latchkey.store.embedded;

import io.latchkey.settings.CannotStart;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the database again when something killed it while the service lives. */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Cluster cluster;
    private final int port;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("postgres-watch").factory());

    Watch(Cluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
    }

    void begin() {
        var unused = thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        if (cluster.postmaster().alive()) {
            return;
        }
        LOG.warn("The embedded PostgreSQL is gone: starting it again.");
        try {
            cluster.postmaster().forgetIfForeign();
            cluster.start(port);
        } catch (IOException | CannotStart failed) {
            LOG.error("The embedded PostgreSQL did not come back; the next try follows.", failed);
        }
    }

    /** Waits for a start in progress, so that nothing is started behind the back of a stop. */
    @Override
    public void close() {
        thread.close();
    }
}
