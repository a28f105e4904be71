package io.latchkey.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.Segment;
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
    private final Function<String, Set<Integer>> segmentsToTake;

    @Autowired
    ProcessorsHealth(EventProcessingConfiguration processing) {
        this(() -> processing.eventProcessors().values(), name -> segmentsToTake(processing.tokenStore(name), name));
    }

    ProcessorsHealth(Supplier<Collection<EventProcessor>> processors, Function<String, Set<Integer>> segmentsToTake) {
        this.processors = processors;
        this.segmentsToTake = segmentsToTake;
    }

    @Override
    public Health health() {
        try {
            var stuck = stuck();
            return stuck.isEmpty()
                    ? Health.up().build()
                    : Health.down().withDetail("stuck", stuck).build();
        } catch (RuntimeException unknown) {
            return Health.down(unknown).build();
        }
    }

    private List<String> stuck() {
        return processors.get().stream()
                .filter(ProcessorsHealth::isStuck)
                .filter(this::isLeftUndone)
                .map(EventProcessor::getName)
                .toList();
    }

    /** A processor remembers its failure until it works on that segment again: never, when another node does it meanwhile. */
    private boolean isLeftUndone(EventProcessor processor) {
        var left = segmentsToTake.apply(processor.getName());
        return processor.isError() ? !left.isEmpty() : failedSegments(processor).anyMatch(left::contains);
    }

    /** Those of this node and those of nobody. */
    private static Set<Integer> segmentsToTake(TokenStore tokens, String name) {
        if (tokens.fetchSegments(name).length == 0) {
            return Set.of(Segment.ROOT_SEGMENT.getSegmentId());
        }
        return tokens.fetchAvailableSegments(name).stream()
                .map(Segment::getSegmentId)
                .collect(Collectors.toSet());
    }

    static boolean isStuck(EventProcessor processor) {
        return processor.isError() || failedSegments(processor).findAny().isPresent();
    }

    private static Stream<Integer> failedSegments(EventProcessor processor) {
        if (!(processor instanceof StreamingEventProcessor streaming)) {
            return Stream.empty();
        }
        return streaming.processingStatus().entrySet().stream()
                .filter(segment -> segment.getValue().isErrorState())
                .map(Map.Entry::getKey);
    }
}
