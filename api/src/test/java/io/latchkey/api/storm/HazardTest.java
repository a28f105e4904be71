package io.latchkey.api.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client;
import io.latchkey.api.journey.Holder;
import io.latchkey.api.journey.ServiceProcess;
import io.latchkey.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a framework of events can do behind one's back, and this service does not let it. The last test spoils the history. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class HazardTest {

    private static final String REACTIONS = "('mail', 'deadlines', 'erasures')";

    @TempDir
    static Path data;

    private EmbeddedPostgres postgres;
    private JdbcClient database;
    private ServiceProcess service;
    private Holder ann;

    @BeforeAll
    void start() {
        postgres = EmbeddedPostgres.start(data.resolve("database"));
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.url());
        source.setUser(postgres.username());
        source.setPassword(postgres.password());
        database = JdbcClient.create(source);
        service = node();
        ann = Holder.registered(service.client());
        ann.signIn().expect(200);
        ann.makeRecoveryCode();
    }

    @AfterAll
    void stop() throws Exception {
        service.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void a_reaction_that_is_new_or_lost_its_place_sends_nothing_of_the_past() {
        var begun = ann.startRecovery();
        ann.client.mailedCode(ann.email, "mailbox proof");
        settle();
        database.sql("delete from outbox").update();
        database.sql("delete from scheduled_tasks where task_name = 'expire-recovery'")
                .update();
        service.close();
        assertThat(database.sql("delete from token_entry where processor_name in " + REACTIONS)
                        .update())
                .isPositive();

        service = node();
        Client.pause(2_000);

        assertThat(count("outbox")).isZero();
        assertThat(deadlines()).isZero();
        service.client().post("/v1/recoveries", "", Map.of("email", ann.email)).expect(202);
        await("the mail of today", () -> count("outbox") == 2);
        await("the deadline of today", () -> deadlines() == 1);
        assertThat(begun.text("recoveryId")).isNotBlank();
    }

    /** As after a step back to an older version. */
    @Test
    @Order(2)
    void an_event_of_a_newer_version_stops_readers_and_deciders_and_shows() {
        var client = service.client();
        client.get("/actuator/health/readiness", "").expect(200);
        long last = database.sql("select max(sequence_number) from domain_event_entry where aggregate_identifier = ?")
                .param(ann.accountId)
                .query(Long.class)
                .single();
        database.sql("insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,"
                        + " time_stamp, payload_type, payload_revision, payload, meta_data)"
                        + " select 'future', aggregate_identifier, ?, type, time_stamp, payload_type, '2', payload,"
                        + " meta_data from domain_event_entry where aggregate_identifier = ? and sequence_number = ?")
                .params(last + 1, ann.accountId, last)
                .update();

        await(
                "readiness is down",
                () -> client.get("/actuator/health/readiness", "").status() == 503);
        var refused = client.post(
                "/v1/sign-ins", "", Map.of("email", ann.email, "password", ann.password, "secretKey", ann.secretKey));
        assertThat(refused.expect(503).text("type")).isEqualTo("urn:latchkey:problem:temporarily-unavailable");
        assertThat(database.sql("select count(*) from audit_record where event_id = 'future'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private ServiceProcess node() {
        return ServiceProcess.start(
                data,
                "--latchkey.database.url=" + postgres.url(),
                "--latchkey.database.username=" + postgres.username(),
                "--latchkey.database.password=" + postgres.password());
    }

    private void settle() {
        await(
                "the outbox is sent",
                () -> database.sql("select count(*) from outbox where state = 'PENDING' and due_at < now()")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private long deadlines() {
        return database.sql("select count(*) from scheduled_tasks where task_name = 'expire-recovery'")
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static void await(String what, BooleanSupplier happened) {
        for (int i = 0; i < 200 && !happened.getAsBoolean(); i++) {
            Client.pause(100);
        }
        assertThat(happened.getAsBoolean()).as(what).isTrue();
    }
}
