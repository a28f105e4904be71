package io.latchkey.store;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** History and tokens as the service keeps them. */
public final class TestStore {

    private TestStore() {}

    public static Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(new JsonOfMessages())
                .build();
    }

    public static EventStore events(ConnectionProvider connections, TransactionManager transactions) {
        var serializer = serializer();
        return EmbeddedEventStore.builder()
                .storageEngine(JdbcEventStorageEngine.builder()
                        .snapshotSerializer(serializer)
                        .eventSerializer(serializer)
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .persistenceExceptionResolver(new DuplicateKeys())
                        .schema(new Schemas().eventSchema())
                        .lowestGlobalSequence(1)
                        .gapTimeout(300_000)
                        .build())
                .fetchDelay(50)
                .build();
    }

    public static JdbcTokenStore tokens(ConnectionProvider connections) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(new Schemas().tokenSchema())
                .serializer(serializer())
                .build();
    }
}
