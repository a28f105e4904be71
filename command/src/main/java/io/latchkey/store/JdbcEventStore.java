package io.latchkey.store;

import java.time.Duration;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** History in PostgreSQL, where no Axon Server keeps it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class JdbcEventStore {
    /** How soon a node sees what another wrote. */
    private static final Duration LOOK = Duration.ofMillis(100);

    /** Longer than two transactions may live, so that no reader gives up on one that is still open. */
    private static final Duration GAP = Duration.ofMinutes(5);

    /** More events than can be written meanwhile. */
    private static final int EVENTS_OVER_A_GAP = 1_000_000;

    @Bean
    EventStorageEngine eventStorageEngine(
            org.axonframework.config.Configuration configuration,
            @Qualifier("eventSerializer") Serializer events,
            PersistenceExceptionResolver resolver,
            ConnectionProvider connections,
            TransactionManager transactions,
            EventSchema schema) {
        return new WholeStreams(JdbcEventStorageEngine.builder()
                .snapshotSerializer(events)
                .eventSerializer(events)
                .upcasterChain(configuration.upcasterChain())
                .snapshotFilter(configuration.snapshotFilter())
                .persistenceExceptionResolver(resolver)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(schema)
                .lowestGlobalSequence(1)
                .gapTimeout((int) GAP.toMillis())
                .maxGapOffset(EVENTS_OVER_A_GAP));
    }

    /** A stream has neither snapshots nor holes, so one statement reads it: its end is where fewer came than were asked for. */
    private static final class WholeStreams extends JdbcEventStorageEngine {
        WholeStreams(Builder builder) {
            super(builder);
        }

        @Override
        protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
            return Stream.empty();
        }

        @Override
        protected boolean fetchForAggregateUntilEmpty() {
            return false;
        }
    }

    @Bean("eventBus")
    @Qualifier("eventStore")
    EventStore eventStore(EventStorageEngine engine, org.axonframework.config.Configuration configuration) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(configuration.getComponent(EventBusSpanFactory.class))
                .fetchDelay(LOOK.toMillis())
                .build();
    }
}
