package io.latchkey.api;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Sends processors back to work as soon as Axon Server is back; by themselves they would doze for up to a minute. */
@ConditionalOnProperty("axon.axonserver.enabled")
final class Awakening implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Awakening.class);

    private final AxonServerConnectionManager connections;
    private final EventProcessingConfiguration processing;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("axon-server-watch").factory());
    private boolean away;

    Awakening(AxonServerConnectionManager connections, EventProcessingConfiguration processing) {
        this.connections = connections;
        this.processing = processing;
        watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Only ever called by the watch. */
    private void look() {
        try {
            boolean connected = connections.isConnected(connections.getDefaultContext());
            if (connected && away) {
                processing.eventProcessors().values().stream()
                        .filter(ProcessorsHealth::isStuck)
                        .forEach(Awakening::wake);
            }
            away = !connected;
        } catch (RuntimeException failure) {
            LOG.warn("The processors could not be sent back to work: {}", failure.toString());
        }
    }

    private static void wake(EventProcessor processor) {
        LOG.info("Axon Server is back, so {} goes on", processor.getName());
        processor.shutDown();
        processor.start();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
