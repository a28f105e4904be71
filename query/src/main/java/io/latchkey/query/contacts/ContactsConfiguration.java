package io.latchkey.query.contacts;

import io.latchkey.query.model.Unsealed;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The readers of recovery contacts. */
@Configuration(proxyBeanMethods = false)
public class ContactsConfiguration {

    @Bean
    ContactQueries contactQueries(JdbcTemplate jdbc, Unsealed unsealed, Clock clock) {
        return new ContactQueries(new ContactTable(jdbc, unsealed, clock));
    }
}
