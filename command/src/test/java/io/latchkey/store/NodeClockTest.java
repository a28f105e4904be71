package io.latchkey.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.latchkey.EventClock;
import io.latchkey.store.embedded.TestPostgres;
import io.latchkey.store.example.CountUp;
import io.latchkey.store.example.Counter;
import io.latchkey.store.example.Total;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A node whose clock is ten minutes ahead of its database, and of the other nodes. */
@SpringBootTest(
        classes = NodeClockTest.Node.class,
        properties = {"spring.config.import=classpath:latchkey-axon.yaml", "latchkey.data=target/store"})
@DirtiesContext
@ResourceLock(EventClock.OF_ALL)
class NodeClockTest {
    private static final String STORE = "insert into domain_event_entry (event_identifier, aggregate_identifier,"
            + " sequence_number, type, time_stamp, payload_type, payload, meta_data)"
            + " values (?, ?, 0, 'Counter', ?, 'io.latchkey.store.example.Counted', ?, ?)";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({StoreConfiguration.class, Counter.class, Total.class})
    static class Node {}

    @Autowired
    private Clock clock;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Total total;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws SQLException {
        TestPostgres.give(late(TestPostgres.emptyDatabase()), properties);
    }

    private static PGSimpleDataSource late(PGSimpleDataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create schema late");
            statement.execute("create function late.clock_timestamp() returns timestamptz language sql as"
                    + " $$ select pg_catalog.clock_timestamp() - interval '10 minutes' $$");
            var name = database.getUrl().substring(database.getUrl().lastIndexOf('/') + 1);
            statement.execute("alter database " + name + " set search_path = public, late, pg_catalog");
        }
        return database;
    }

    @Test
    void tells_the_time_of_the_database() throws Exception {
        assertThat(clock.instant()).isCloseTo(tenMinutesAgo(), within(5, ChronoUnit.SECONDS));
        TimeUnit.MILLISECONDS.sleep(1500);
        assertThat(clock.instant()).isCloseTo(tenMinutesAgo(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void follows_a_database_whose_time_was_set() throws Exception {
        try {
            setBehind("20 minutes");
            TimeUnit.MILLISECONDS.sleep(2500);
            assertThat(clock.instant()).isCloseTo(Instant.now().minusSeconds(1200), within(5, ChronoUnit.SECONDS));
        } finally {
            setBehind("10 minutes");
            TimeUnit.MILLISECONDS.sleep(2500);
        }
    }

    @Test
    void an_event_that_commits_late_is_not_skipped(@Autowired CommandGateway commands) throws Exception {
        var late = UUID.randomUUID().toString();
        var early = UUID.randomUUID().toString();
        try (var open = database.getConnection()) {
            open.setAutoCommit(false);
            store(open, late);
            try (var other = database.getConnection()) {
                store(other, early);
            }
            assertThat(total.reaches(early, 1)).isTrue();
            commands.<Integer>send(new CountUp(UUID.randomUUID().toString()))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
            open.commit();
            open.setAutoCommit(true);
        }
        assertThat(total.reaches(late, 1)).as("the late event").isTrue();
    }

    @Test
    void does_not_take_a_segment_from_a_live_node(
            @Autowired TokenStore tokens, @Autowired TransactionManager transactions) {
        transactions.executeInTransaction(() -> tokens.initializeTokenSegments("rival", 1));
        jdbc.sql("update token_entry set owner = 'another node', time_stamp = ? where processor_name = 'rival'")
                .param(tenMinutesAgo().toString())
                .update();

        assertThatThrownBy(() -> transactions.executeInTransaction(
                        () -> tokens.fetchToken("rival", Segment.ROOT_SEGMENT.getSegmentId())))
                .isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void no_transaction_may_live_as_long_as_a_reader_waits_for_it() {
        assertThat(setting("transaction_timeout")).isEqualTo("2min");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("10s");
        assertThat(setting("statement_timeout")).isEqualTo("30s");
    }

    private String setting(String name) {
        return jdbc.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private void setBehind(String interval) {
        jdbc.sql("create or replace function late.clock_timestamp() returns timestamptz language sql as"
                        + " $$ select pg_catalog.clock_timestamp() - interval '" + interval + "' $$")
                .update();
    }

    private static Instant tenMinutesAgo() {
        return Instant.now().minusSeconds(600);
    }

    /** As another node writes it, whose clock is right. */
    private static void store(Connection connection, String id) throws SQLException {
        try (var statement = connection.prepareStatement(STORE)) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, id);
            statement.setString(3, tenMinutesAgo().toString());
            statement.setBytes(4, ("{\"id\":\"" + id + "\"}").getBytes(UTF_8));
            statement.setBytes(5, "{}".getBytes(UTF_8));
            statement.executeUpdate();
        }
    }
}
