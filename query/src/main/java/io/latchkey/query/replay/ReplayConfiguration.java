package io.latchkey.query.replay;

import io.latchkey.query.model.Memory;
import io.latchkey.settings.CheckedSettings;
import java.time.Clock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rebuild and its progress. */
@Configuration(proxyBeanMethods = false)
public class ReplayConfiguration {

    @Bean
    ReplayTable replayTable(JdbcTemplate jdbc, Clock clock) {
        return new ReplayTable(jdbc, clock);
    }

    @Bean
    ReplayQueries replayQueries(ReplayTable table) {
        return new ReplayQueries(table);
    }

    @Bean
    Rebuild rebuild(
            DataSource database,
            ReplayTable table,
            ObjectProvider<EventStore> events,
            Function<JdbcTemplate, Memory> rebuiltMemory) {
        return new Rebuild(database, table, events::getObject, rebuiltMemory, Rebuild.TRIES);
    }

    /** PostgreSQL loses events and read models together; only an event store beside it can lose them alone. */
    @Bean(initMethod = "start")
    @ConditionalOnProperty("axon.axonserver.enabled")
    HistoryWatch historyWatch(
            JdbcTemplate jdbc,
            ObjectProvider<EventStore> events,
            CheckedSettings checked,
            ConfigurableApplicationContext node) {
        var watch = new HistoryWatch(jdbc, events::getObject, () -> end(node));
        if (checked.settings().acknowledged().contains(HistoryWatch.LOST_EVENTS)) {
            watch.forget();
        }
        return watch;
    }

    /** Stops the node with exit code 1; no daemon, whoever asks, or the process is over with 0 before it says so. */
    static void end(ConfigurableApplicationContext node) {
        Thread.ofPlatform().name("end").daemon(false).start(() -> System.exit(SpringApplication.exit(node, () -> 1)));
    }
}
