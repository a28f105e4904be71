package io.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.EventClock;
import io.latchkey.event.Origin;
import io.latchkey.store.embedded.TestPostgres;
import io.latchkey.store.example.CountUp;
import io.latchkey.store.example.Counter;
import io.latchkey.store.example.Total;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = StoreTest.Node.class,
        properties = {"spring.config.import=classpath:latchkey-axon.yaml", "latchkey.data=target/store"})
@ResourceLock(EventClock.OF_ALL)
class StoreTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({StoreConfiguration.class, Counter.class, Total.class})
    static class Node {}

    @Autowired
    private CommandGateway commands;

    @Autowired
    private EventStore events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Total total;

    private final String id = UUID.randomUUID().toString();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestPostgres.give(TestPostgres.emptyDatabase(), properties);
    }

    @Test
    void transactions_and_tokens_are_the_real_ones(
            @Autowired TransactionManager transactions,
            @Autowired TokenStore tokens,
            @Autowired EventProcessingConfiguration processing) {
        assertThat(transactions).isInstanceOf(SpringTransactionManager.class);
        assertThat(tokens).isInstanceOf(JdbcTokenStore.class);
        assertThat(processing.eventProcessor("total")).containsInstanceOf(PooledStreamingEventProcessor.class);
    }

    @Test
    void an_event_carries_who_and_from_where_and_its_cause() {
        var origin = Map.of(Origin.ACTOR, "ann", Origin.CLIENT, "sealed", "unknown", "dropped");
        var command = GenericCommandMessage.asCommandMessage(new CountUp(id)).withMetaData(origin);
        commands.send(command).orTimeout(10, TimeUnit.SECONDS).join();

        var metaData = events.readEvents(id).next().getMetaData();
        assertThat(metaData)
                .containsEntry(Origin.ACTOR, "ann")
                .containsEntry(Origin.CLIENT, "sealed")
                .containsEntry(Origin.CAUSATION_ID, command.getIdentifier())
                .containsKey(Origin.TRACE_ID)
                .doesNotContainKey("unknown");
        assertThat(metaData).isInstanceOf(MetaData.class);
    }

    @Test
    void a_command_that_lost_a_race_is_decided_again() {
        count(1);
        var rival = jdbc.sql("select max(sequence_number) from domain_event_entry where aggregate_identifier = ?")
                .param(id)
                .query(Long.class)
                .single();
        Counter.beforeNextCommit(() -> storeAs(rival + 1, "io.latchkey.store.example.Counted"));
        count(1);

        assertThat(events.readEvents(id).asStream().count()).isEqualTo(3);
        assertThat(commands.<Integer>send(new CountUp(id))
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join())
                .isEqualTo(4);
    }

    @Test
    void so_is_one_that_lost_the_race_to_be_the_first() {
        Counter.beforeNextCommit(() -> storeAs(0, "io.latchkey.store.example.Counted"));
        count(1);

        assertThat(events.readEvents(id).asStream().count()).isEqualTo(2);
    }

    @Test
    void fifty_at_once_all_count() {
        count(50);
        assertThat(events.readEvents(id).asStream().count()).isEqualTo(50);
        assertThat(total.reaches(id, 50)).isTrue();
    }

    private void count(int times) {
        CompletableFuture.allOf(IntStream.range(0, times)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> commands.<Integer>send(new CountUp(id)))
                                .thenCompose(answer -> answer))
                        .toArray(CompletableFuture[]::new))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private void storeAs(long sequence, String type) {
        jdbc.sql("insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,"
                        + " time_stamp, payload_type, payload, meta_data) values (?, ?, ?, 'Counter',"
                        + " '2026-11-21T12:00:00Z', ?, ?, ?)")
                .params(List.of(
                        UUID.randomUUID().toString(),
                        id,
                        sequence,
                        type,
                        ("{\"id\":\"" + id + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .update();
    }
}
