package io.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.EventClock;
import io.latchkey.command.Decided;
import io.latchkey.command.Decided.Recorded;
import io.latchkey.command.Done;
import io.latchkey.command.KeyReused;
import io.latchkey.event.Origin;
import io.latchkey.store.embedded.TestPostgres;
import io.latchkey.store.example.CountOnce;
import io.latchkey.store.example.Counter;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/** As on an Axon Server: the events of a command are stored, and its outcome got lost with a node or with the database. */
@SpringBootTest(
        classes = IntentsTest.Node.class,
        properties = {"spring.config.import=classpath:latchkey-axon.yaml", "latchkey.data=target/intents"})
@ResourceLock(EventClock.OF_ALL)
class IntentsTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({StoreConfiguration.class, Counter.class})
    static class Node {
        @Bean
        @Order(0)
        RecordedFacts recordedFacts() {
            return new RecordedFacts();
        }

        @Bean
        SmartInitializingSingleton factsAreNoted(EventBus events, RecordedFacts recordedFacts) {
            return () -> events.registerDispatchInterceptor(recordedFacts);
        }

        @Bean
        @Order(1)
        OnceOnly onceOnly(JdbcClient jdbc, Clock clock) {
            return new OnceOnly(jdbc, clock);
        }

        @Bean
        @Order(2)
        Intents intents(
                JdbcClient jdbc, PlatformTransactionManager manager, ObjectProvider<EventStore> history, Clock clock) {
            return new Intents(new IntentTable(jdbc, SecretConfiguration.apart(manager), clock), history::getObject);
        }
    }

    @Autowired
    private CommandGateway commands;

    @Autowired
    private EventStore events;

    @Autowired
    private JdbcClient jdbc;

    private final String id = UUID.randomUUID().toString();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestPostgres.give(TestPostgres.emptyDatabase(), properties);
    }

    @Test
    void what_took_effect_before_its_outcome_was_lost_is_told_and_not_done_again() {
        send("a body");
        loseTheOutcome();

        assertThat(send("a body").recorded()).containsExactly(new Recorded(id, 0));
        assertThat(send("a body").outcome()).isEqualTo(new Done());
        assertThat(counted()).isOne();
    }

    @Test
    void another_request_with_its_key_is_refused() {
        send("a body");
        loseTheOutcome();

        assertThat(send("another body").outcome()).isEqualTo(new KeyReused());
        assertThat(counted()).isOne();
    }

    @Test
    void what_was_meant_and_never_stored_is_decided_anew() {
        send("a body");
        loseTheOutcome();
        jdbc.sql("update command_intent set event_id = 'never stored' where key = ?")
                .param(id)
                .update();

        assertThat(send("a body").recorded()).containsExactly(new Recorded(id, 1));
    }

    private Decided send(String body) {
        var origin = Map.of(Origin.IDEMPOTENCY_KEY, id, Origin.REQUEST_DIGEST, body);
        return commands.<Decided>send(GenericCommandMessage.asCommandMessage(new CountOnce(id))
                        .andMetaData(origin))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private void loseTheOutcome() {
        jdbc.sql("delete from command_outcome where key = ?").param(id).update();
    }

    private long counted() {
        return events.readEvents(id).asStream().count();
    }
}
