package io.latchkey.api;

import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while a projection or a reaction of this node cannot go on, for example at a fact it does not know. */
@Component("processors")
final class ProcessorsHealth implements HealthIndicator {

    private final Supplier<Collection<EventProcessor>> processors;
    private final Predicate<String> doneElsewhere;

    @Autowired
    ProcessorsHealth(EventProcessingConfiguration processing) {
        this(() -> processing.eventProcessors().values(), name -> hasNoSegmentToTake(processing.tokenStore(name), name));
    }

    ProcessorsHealth(Supplier<Collection<EventProcessor>> processors, Predicate<String> doneElsewhere) {
        this.processors = processors;
        this.doneElsewhere = doneElsewhere;
    }

    @Override
    public Health health() {
        var stuck = processors.get().stream()
                .filter(ProcessorsHealth::isStuck)
                .map(EventProcessor::getName)
                .filter(doneElsewhere.negate())
                .toList();
        return stuck.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("stuck", stuck).build();
    }

    /**
     * A processor forgets a failure only when it works again, and it never does while other nodes hold all of its segments. What
     * this node holds itself counts as free to take.
     */
    private static boolean hasNoSegmentToTake(TokenStore tokens, String name) {
        try {
            return tokens.fetchSegments(name).length > 0
                    && tokens.fetchAvailableSegments(name).isEmpty();
        } catch (RuntimeException unknown) {
            return false;
        }
    }

    static boolean isStuck(EventProcessor processor) {
        return processor.isError()
                || (processor instanceof StreamingEventProcessor streaming
                        && streaming.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState));
    }
}
