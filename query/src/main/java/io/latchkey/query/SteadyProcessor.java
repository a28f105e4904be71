package io.latchkey.query;

import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;

/**
 * Tries again a second after a failure, however often it has failed before: until it succeeds, nobody who signs in has a session.
 * The framework's own pauses grow to a minute.
 */
final class SteadyProcessor extends TrackingEventProcessor {

    private static final long LONGEST_PAUSE = 1_000;

    private SteadyProcessor(Builder builder) {
        super(builder);
    }

    static SteadyProcessor of(
            String name,
            Configuration configuration,
            EventHandlerInvoker handlers,
            TrackingEventProcessorConfiguration settings) {
        var processing = configuration.eventProcessingConfiguration();
        return new SteadyProcessor(builder()
                .name(name)
                .eventHandlerInvoker(handlers)
                .rollbackConfiguration(processing.rollbackConfiguration(name))
                .errorHandler(processing.errorHandler(name))
                .messageMonitor(processing.messageMonitor(TrackingEventProcessor.class, name))
                .messageSource(configuration.eventStore())
                .tokenStore(processing.tokenStore(name))
                .transactionManager(processing.transactionManager(name))
                .trackingEventProcessorConfiguration(settings)
                .spanFactory(configuration.getComponent(EventProcessorSpanFactory.class)));
    }

    @Override
    protected void doSleepFor(long millis, AtomicBoolean awake) {
        super.doSleepFor(Math.min(millis, LONGEST_PAUSE), awake);
    }
}
