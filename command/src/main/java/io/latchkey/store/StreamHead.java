package io.latchkey.store;

import io.latchkey.settings.CannotStart;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonException;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where history ends now. */
public final class StreamHead {
    private static final Logger LOG = LoggerFactory.getLogger(StreamHead.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private StreamHead() {}

    /** Waits for an event store that is still coming up; the head of an empty history is null. */
    public static @Nullable TrackingToken await(StreamableMessageSource<?> history) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (boolean told = false; ; told = true) {
            try {
                return history.createHeadToken();
            } catch (AxonException notYet) {
                if (System.nanoTime() - end >= 0) {
                    throw new CannotStart(
                            "A first start needs the event store, which does not answer: with axon-server check"
                                    + " axon.axonserver.servers and axon.axonserver.token.",
                            notYet);
                }
                if (!told) {
                    LOG.warn("The first start waits for the event store: {}", notYet.getMessage());
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while waiting for the event store.", stopped);
        }
    }
}
