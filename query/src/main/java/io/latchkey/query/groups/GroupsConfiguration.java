package io.latchkey.query.groups;

import io.latchkey.query.model.Unsealed;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The readers of groups. */
@Configuration(proxyBeanMethods = false)
public class GroupsConfiguration {

    @Bean
    GroupQueries groupQueries(JdbcTemplate jdbc, Unsealed unsealed, Clock clock) {
        return new GroupQueries(new GroupTable(jdbc, unsealed, clock), new HelpTable(jdbc, unsealed, clock));
    }
}
