package io.latchkey.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.EventClock;
import io.latchkey.store.embedded.TestPostgres;
import io.latchkey.store.example.CountUp;
import io.latchkey.store.example.Counter;
import io.latchkey.store.example.Total;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = UnknownEventTest.Node.class,
        properties = {"spring.config.import=classpath:latchkey-axon.yaml", "latchkey.data=target/store"})
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(EventClock.OF_ALL)
class UnknownEventTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({StoreConfiguration.class, Counter.class, Total.class})
    static class Node {}

    @Autowired
    private CommandGateway commands;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Total total;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        TestPostgres.give(TestPostgres.emptyDatabase(), properties);
    }

    @Test
    void what_this_version_does_not_know_is_never_overlooked(CapturedOutput log) throws Exception {
        count("known");
        assertThat(total.reaches("known", 1)).isTrue();
        jdbc.sql("insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,"
                        + " time_stamp, payload_type, payload, meta_data)"
                        + " values ('e', 'known', 1, 'Counter', '2026-11-21T12:00:00Z', 'io.latchkey.Future', ?, ?)")
                .params("{}".getBytes(UTF_8), "{}".getBytes(UTF_8))
                .update();

        assertThatThrownBy(() -> count("known"))
                .rootCause()
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("io.latchkey.Future");

        count("later");
        triedAgain(log);
        triedAgain(log);
        assertThat(total.of("later")).as("the projection stopped").isZero();
    }

    /** The one after the next read of history: that one may have begun before the call. */
    private static void triedAgain(CapturedOutput log) throws InterruptedException {
        int before = log.getAll().length();
        for (var i = 0; i < 200; i++) {
            if (log.getAll().indexOf("Failed to read events", before) >= 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("nobody reads history any more");
    }

    @Test
    void a_higher_revision_of_a_known_event_is_not_guessed_at() {
        count("revised");
        jdbc.sql("insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,"
                        + " time_stamp, payload_type, payload_revision, payload, meta_data) values ('r', 'revised', 1,"
                        + " 'Counter', '2026-11-21T12:00:00Z', 'io.latchkey.store.example.Counted', '2', ?, ?)")
                .params("{\"id\":\"revised\"}".getBytes(UTF_8), "{}".getBytes(UTF_8))
                .update();

        assertThatThrownBy(() -> count("revised"))
                .rootCause()
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("revision 2");
    }

    @Test
    void a_snapshot_of_another_version_is_not_believed() {
        count("pictured");
        jdbc.sql("insert into snapshot_event_entry (event_identifier, aggregate_identifier, sequence_number, type,"
                        + " time_stamp, payload_type, payload_revision, payload, meta_data) values ('s', 'pictured', 0,"
                        + " 'Counter', '2026-11-21T12:00:00Z', ?, '2', ?, ?)")
                .params(
                        Counter.class.getName(),
                        "{\"id\":\"pictured\",\"count\":40}".getBytes(UTF_8),
                        "{}".getBytes(UTF_8))
                .update();

        assertThat(count("pictured")).as("told by the events").isEqualTo(2);
    }

    private int count(String id) {
        return commands.<Integer>send(new CountUp(id))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
