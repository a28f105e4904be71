package io.latchkey.query;

import com.zaxxer.hikari.HikariDataSource;
import io.latchkey.MovableClock;
import io.latchkey.command.Policy;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.event.Origin;
import io.latchkey.secret.KeyRing;
import io.latchkey.secret.Sealer;
import io.latchkey.settings.PolicyFile;
import io.latchkey.store.TestStore;
import io.latchkey.store.embedded.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

/** A node with the role query over a real database: events go in, questions are answered. */
public final class World implements AutoCloseable {

    public static final String ANN = "01890000-0000-7000-8000-00000000000a";
    public static final String BOB = "01890000-0000-7000-8000-00000000000b";
    public static final String EVE = "01890000-0000-7000-8000-00000000000e";

    public final MovableClock clock = new MovableClock();
    public final HikariDataSource database = pool();
    public final JdbcTemplate jdbc = new JdbcTemplate(database);
    public final Sealer sealer =
            new Sealer(JdbcClient.create(database), TransactionOperations.withoutTransaction(), keys(), clock);
    public final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Configuration axon;

    public World() {
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean(JdbcTemplate.class, () -> jdbc);
        beans.registerBean(
                "dataSource",
                javax.sql.DataSource.class,
                () -> database,
                definition -> definition.setDestroyMethodName(""));
        beans.registerBean(Sealer.class, () -> sealer);
        beans.registerBean(Policy.class, () -> new Policy("Latchkey", false, PolicyFile.read(), Duration.ofHours(48)));
        beans.registerBean("eventStore", EventStore.class, () -> events(), definition -> definition.setLazyInit(true));
        beans.register(QueryConfiguration.class);
        beans.refresh();
        axon = configured();
        axon.start();
    }

    private Configuration configured() {
        var connections =
                new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
        var transactions = new SpringTransactionManager(new JdbcTransactionManager(database));
        var serializer = TestStore.serializer();
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> serializer)
                .configureTransactionManager(configuration -> transactions)
                .configureEventStore(configuration -> TestStore.events(connections, transactions));
        for (var name : List.of(
                "auditQueries",
                "accountQueries",
                "alarmQueries",
                "recoveryQueries",
                "groupQueries",
                "contactQueries",
                "replayQueries")) {
            configurer.registerQueryHandler(configuration -> beans.getBean(name));
        }
        configurer
                .eventProcessing()
                .registerTokenStore(configuration -> TestStore.tokens(connections))
                .registerEventHandler(configuration -> beans.getBean("readModels"));
        QueryConfiguration.processing(configurer.eventProcessing());
        return configurer.buildConfiguration();
    }

    /** Puts facts of one aggregate into history, said by its holder. */
    public void happened(String aggregateId, LatchkeyEvent... facts) {
        happened(Map.of(Origin.ACTOR, aggregateId, Origin.ACTOR_ROLE, "holder"), aggregateId, facts);
    }

    public void happened(Map<String, String> origin, String aggregateId, LatchkeyEvent... facts) {
        for (var fact : facts) {
            events().publish(message(MetaData.from(origin), aggregateId, fact));
        }
        caughtUp();
    }

    public synchronized DomainEventMessage<?> message(Map<String, ?> origin, String aggregateId, LatchkeyEvent fact) {
        long sequence = sequences.merge(aggregateId, 0L, (old, none) -> old + 1);
        return new GenericDomainEventMessage<>(
                "Account",
                aggregateId,
                sequence,
                fact,
                MetaData.from(origin),
                UUID.randomUUID().toString(),
                clock.instant());
    }

    public EventStore events() {
        return axon.eventStore();
    }

    public TrackingEventProcessor processor() {
        return axon.eventProcessingConfiguration()
                .eventProcessor(ReadModels.GROUP, TrackingEventProcessor.class)
                .orElseThrow();
    }

    /** Until every event of history has its line. */
    public void caughtUp() {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (count("domain_event_entry") != count("audit_record")) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the read models do not catch up");
            }
            pause();
        }
    }

    public long count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    public <R> R ask(Object query, Class<R> answer) {
        try {
            return asked(query, answer).get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    public <R> CompletableFuture<R> asked(Object query, Class<R> answer) {
        return axon.getComponent(QueryGateway.class, () -> axon.queryGateway()).query(query, answer);
    }

    /** Everything that can be rebuilt, as text. */
    public String dump() {
        var text = new StringBuilder();
        for (var table : List.of(
                "audit_record",
                "erased_account",
                "account_view",
                "authenticator_view",
                "session_view",
                "device_view",
                "recovery_view",
                "group_view",
                "group_member_view",
                "group_invitation_view",
                "group_recovery_view",
                "group_consent_view",
                "contact_view",
                "contact_approval_view")) {
            text.append(table).append('\n');
            jdbc.queryForList("select t::text from " + table + " t order by 1", String.class)
                    .forEach(row -> text.append(row).append('\n'));
        }
        return text.toString();
    }

    public String sealed(String owner, String context, String plain) {
        return sealer.seal(owner, context, plain);
    }

    public EventMessage<?> lastMessage() {
        return events().readEvents(ANN)
                .asStream()
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    public static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    /** Nobody waits for it: a processor at the end of history notices only at its next look that it shall stop. */
    @Override
    public void close() {
        Thread.ofPlatform().daemon().name("end of a world").start(this::stop);
    }

    private void stop() {
        axon.shutdown();
        beans.close();
        database.close();
    }

    private static HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setDataSource(TestPostgres.database());
        pool.setMaximumPoolSize(12);
        return pool;
    }

    private static KeyRing keys() {
        return KeyRing.of(
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                "AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                "AgECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                """
                {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",\
                "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}""");
    }
}
