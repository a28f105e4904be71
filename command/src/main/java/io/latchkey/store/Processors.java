package io.latchkey.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;

/** How events reach projections and reactions. */
public final class Processors {
    private static final int BATCH = 500;
    private static final int SEGMENTS = 4;
    private static final int WORKERS = 2;

    /** How soon a segment that was let go, by a failure or a dead node, is looked for again, and a lost database. */
    private static final Duration SEARCH = Duration.ofSeconds(1);

    /** How soon a segment says that it has passed over what is not for it. */
    private static final Duration PASSED = Duration.ofSeconds(2);

    private Processors() {}

    /** Every group is pooled, works in batches, is spread over a few segments, and waits rather than skips an event. */
    static ConfigurerModule pooled() {
        return configurer -> configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors(Processors::configure)
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance());
    }

    /** A reaction that is new begins with what happens from now on, never with all of history. */
    public static ConfigurerModule fromNowOn(String group) {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessorConfiguration(
                        group,
                        (configuration, builder) -> builder.initialToken(StreamableMessageSource::createHeadToken));
    }

    private static PooledStreamingEventProcessor.Builder configure(
            Configuration configuration, PooledStreamingEventProcessor.Builder builder) {
        return builder.batchSize(BATCH)
                .initialSegmentCount(SEGMENTS)
                .tokenClaimInterval(SEARCH.toMillis())
                .claimExtensionThreshold(PASSED.toMillis())
                .coordinatorExecutor(name -> {
                    var coordinator = new ShortPauses("coordinator-" + name, SEARCH);
                    configuration.onShutdown(coordinator::shutdown);
                    return coordinator;
                })
                .workerExecutor(name -> {
                    var workers = Executors.newScheduledThreadPool(WORKERS, new AxonThreadFactory("processor-" + name));
                    configuration.onShutdown(workers::shutdown);
                    return workers;
                });
    }
}
