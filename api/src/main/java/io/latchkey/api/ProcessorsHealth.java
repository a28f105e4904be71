package io.latchkey.api;

import java.util.Collection;
import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while a projection or a reaction of this node cannot go on, for example at a fact it does not know. */
@Component("processors")
final class ProcessorsHealth implements HealthIndicator {

    private final Supplier<Collection<EventProcessor>> processors;

    @Autowired
    ProcessorsHealth(EventProcessingConfiguration processing) {
        this(() -> processing.eventProcessors().values());
    }

    ProcessorsHealth(Supplier<Collection<EventProcessor>> processors) {
        this.processors = processors;
    }

    @Override
    public Health health() {
        var stuck = processors.get().stream()
                .filter(ProcessorsHealth::isStuck)
                .map(EventProcessor::getName)
                .toList();
        return stuck.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("stuck", stuck).build();
    }

    static boolean isStuck(EventProcessor processor) {
        return processor.isError()
                || (processor instanceof StreamingEventProcessor streaming
                        && streaming.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState));
    }
}
