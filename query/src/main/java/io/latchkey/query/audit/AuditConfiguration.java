package io.latchkey.query.audit;

import io.latchkey.query.accounts.Mailboxes;
import io.latchkey.query.model.Unsealed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The readers of the trail. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    @Bean
    TrailTable trailTable(JdbcTemplate jdbc) {
        return new TrailTable(jdbc);
    }

    @Bean
    TrailRecords trailRecords(Unsealed unsealed, Mailboxes mailboxes) {
        return new TrailRecords(unsealed, mailboxes);
    }

    @Bean
    Trail trail(TrailTable table, TrailRecords records) {
        return new Trail(table, records);
    }

    @Bean
    Arrivals arrivals(TrailTable table) {
        return new Arrivals(table);
    }

    @Bean
    AuditQueries auditQueries(TrailTable table, TrailRecords records, Arrivals arrivals) {
        return new AuditQueries(table, records, arrivals);
    }
}
