package io.latchkey.query.recoveries;

import io.latchkey.query.accounts.Mailboxes;
import io.latchkey.query.audit.Trail;
import io.latchkey.settings.PolicyFile;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The readers of recoveries. */
@Configuration(proxyBeanMethods = false)
public class RecoveriesConfiguration {

    @Bean
    RecoveryQueries recoveryQueries(JdbcTemplate jdbc, Clock clock, Trail trail, Mailboxes mailboxes) {
        return new RecoveryQueries(new RecoveryTable(jdbc, PolicyFile.read(), clock), trail, mailboxes);
    }
}
