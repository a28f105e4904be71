package io.latchkey.query.accounts;

import io.latchkey.command.Policy;
import io.latchkey.query.model.Unsealed;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The readers of accounts. */
@Configuration(proxyBeanMethods = false)
public class AccountsConfiguration {

    @Bean
    Mailboxes mailboxes(JdbcTemplate jdbc, Unsealed unsealed) {
        return new Mailboxes(jdbc, unsealed);
    }

    @Bean
    AccountQueries accountQueries(JdbcTemplate jdbc, Unsealed unsealed, Clock clock, Policy policy) {
        var accounts = new AccountTable(jdbc, unsealed, clock, policy);
        return new AccountQueries(accounts, new SessionTable(jdbc, clock));
    }

    @Bean
    AlarmQueries alarmQueries(JdbcTemplate jdbc, Unsealed unsealed, Clock clock) {
        return new AlarmQueries(jdbc, unsealed, clock);
    }
}
