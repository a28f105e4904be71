package io.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.EventClock;
import io.latchkey.store.embedded.TestPostgres;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A node beside one of another role, whose deadlines and mails lie in the same table. */
@SpringBootTest(
        classes = OtherRolesTest.Node.class,
        properties = {
            "spring.config.import=classpath:latchkey-axon.yaml",
            "latchkey.data=target/store",
            "db-scheduler.polling-interval=100ms",
            "db-scheduler.heartbeat-interval=100ms"
        })
@DirtiesContext
@ResourceLock(EventClock.OF_ALL)
class OtherRolesTest {
    private static final int SOME_ROUNDS = 1_000;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(StoreConfiguration.class)
    static class Node {}

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestPostgres.give(TestPostgres.emptyDatabase(), properties);
    }

    @Test
    void what_waits_for_another_role_waits_for_years(@Autowired JdbcClient jdbc, @Autowired DatabaseClock clock)
            throws Exception {
        jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values ('of-another-role', '1', now() - interval '1 hour', false, 1)""").update();
        TimeUnit.MILLISECONDS.sleep(SOME_ROUNDS);
        clock.putAhead(Duration.ofDays(3 * 365));
        TimeUnit.MILLISECONDS.sleep(SOME_ROUNDS);

        assertThat(jdbc.sql("select count(*) from scheduled_tasks")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
