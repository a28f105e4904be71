package io.latchkey.query.replay;

import io.latchkey.query.model.Memory;
import java.time.Clock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
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
        return new Rebuild(database, table, events::getObject, rebuiltMemory);
    }
}
