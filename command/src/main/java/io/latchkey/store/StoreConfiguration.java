package io.latchkey.store;

import com.zaxxer.hikari.HikariDataSource;
import io.latchkey.command.Policy;
import io.latchkey.event.Origin;
import io.latchkey.settings.CheckedSettings;
import io.latchkey.settings.PolicyFile;
import io.latchkey.settings.RecoveryCodeSettings;
import io.latchkey.settings.SettingsConfiguration;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every node needs, whatever its role: the database, and Axon upon it. */
@Configuration(proxyBeanMethods = false)
@Import({SettingsConfiguration.class, SecretConfiguration.class, Schemas.class, JdbcEventStore.class, BrokenRules.class
})
public class StoreConfiguration {
    private static final int RETRYING = 4;

    @Bean
    @DependsOnDatabaseInitialization
    DatabaseClock clock(HikariDataSource dataSource) throws SQLException {
        return DatabaseClock.of(dataSource);
    }

    /** A deadline comes by the clock that decides whether it has passed. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock dbSchedulerClock(Clock clock) {
        return clock::instant;
    }

    @Bean
    Policy policy(CheckedSettings checked) {
        var settings = checked.settings();
        return new Policy(
                settings.issuer(),
                settings.recoveryCode().onUse() == RecoveryCodeSettings.OnUse.ROTATE,
                PolicyFile.read(),
                settings.delayedReset().effective());
    }

    @Bean
    Database database(CheckedSettings checked) {
        return new Database(checked.settings());
    }

    @Bean
    HikariDataSource dataSource(Database database) {
        return database.connect();
    }

    @Bean
    @DependsOnDatabaseInitialization
    Installation installation(JdbcClient jdbc, Environment environment) {
        return Installation.claim(jdbc, environment);
    }

    @Bean
    PersistenceExceptionResolver duplicateKeys() {
        return new DuplicateKeys();
    }

    @Bean
    Jackson3SerializerCustomizer jsonOfMessages() {
        return new JsonOfMessages();
    }

    @Bean
    @Qualifier("eventSerializer")
    StrictEvents eventSerializer(Serializer serializer) {
        return new StrictEvents(serializer);
    }

    @Bean
    CorrelationDataProvider trace() {
        return new MessageOriginProvider(Origin.CAUSATION_ID, Origin.TRACE_ID);
    }

    @Bean
    CorrelationDataProvider origin() {
        return new SimpleCorrelationDataProvider(Origin.carried().toArray(String[]::new));
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService retryTimer() {
        return Executors.newScheduledThreadPool(
                RETRYING, Thread.ofPlatform().name("command-retry-", 0).factory());
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus, @Qualifier("retryTimer") ScheduledExecutorService retryTimer) {
        return DefaultCommandGateway.builder()
                .commandBus(bus)
                .retryScheduler(new ConflictRetry(retryTimer))
                .build();
    }

    @Bean
    static OwnEventsOnly ownEventsOnly() {
        return new OwnEventsOnly();
    }

    @Bean
    ConfigurerModule pooledProcessors() {
        return Processors.pooled();
    }
}
