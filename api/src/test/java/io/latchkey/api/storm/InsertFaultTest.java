package io.latchkey.api.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client;
import io.latchkey.api.journey.EmbeddedDatabase;
import io.latchkey.api.journey.Holder;
import io.latchkey.api.journey.ServiceProcess;
import io.latchkey.api.storm.Contest.Wish;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Every insert there is may fail: the whole change then fails with it, is told, and succeeds when it is asked for again. */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(Lifecycle.PER_CLASS)
class InsertFaultTest {

    private static final int ROUNDS = 2;
    private static final int LAST_INSERT = 20;
    private static final int TRIES = 60;
    private static final Duration CATCH_UP = Duration.ofSeconds(30);

    /** The read models have one writer, which pauses for a second after each fault; these go on beside it. */
    private static final Map<String, Consumer<Persistence>> READ_MODELS = new TreeMap<>(Map.of(
            "trail_position", Persistence::startsARecovery,
            "audit_record", Persistence::startsARecovery,
            "recovery_view", Persistence::startsARecovery,
            "account_view", Persistence::joins,
            "session_view", Persistence::signsIn,
            "authenticator_view", Persistence::beginsAnAuthenticator,
            "device_view", Persistence::trustsADevice,
            "erased_account", Persistence::erases));

    private static final Map<String, Consumer<Persistence>> OTHERS = new TreeMap<>(Map.of(
            "domain_event_entry", Persistence::startsARecovery,
            "command_outcome", Persistence::startsARecovery,
            "scheduled_tasks", Persistence::startsARecovery,
            "throttled_attempt", Persistence::guessesUntilItIsThrottled,
            "data_key", Persistence::registers,
            "identifier", Persistence::registers,
            "addressee", Persistence::registers,
            "outbox", Persistence::registers,
            "wrong_factor", Persistence::mistypesASecondFactor));

    private static final List<String> COUNTED = List.of(
            "RecoveryStarted",
            "AccountRegistered",
            "MailboxVerified",
            "TotpEnrolmentStarted",
            "DeviceTrusted",
            "AccountErased",
            "TotpEnrolled",
            "SignInBegun",
            "ContactNamed",
            "ContactRecoveryStarted",
            "ContactRecoveryApproved",
            "GroupCreated",
            "GroupMemberInvited",
            "GroupMemberJoined",
            "GroupRecoveryBegun",
            "GroupRecoveryApproved",
            "AssistedRecoveryCancelled");

    private static final Map<String, String> OUT_OF_REACH = Map.of(
            "bootstrap_spent", "has one row in the life of a database: struck before the tests, see start()",
            "replay", "one rebuild at a time: struck once, see rebuild()",
            "bootstrap_token", "written by a start, which then ends; the next start does it",
            "token_entry", "written by the first start of a processor, which then ends; the next start does it",
            "installation", "written by the first start, which then ends; the next start does it",
            "flyway_schema_history", "written by a migration, in its own transaction",
            "command_intent", "written only where an Axon Server keeps the events",
            "snapshot_event_entry", "nothing writes it: there are no snapshots",
            "dead_letter_entry", "nothing writes it: a reaction waits rather than skip an event");

    @TempDir
    static Path data;

    @TempDir
    static Path outside;

    private History history;
    private ServiceProcess service;
    private Client client;
    private JdbcTemplate database;
    private InsertFaults faults;
    private Helping helping;
    private Holder staff;

    @BeforeAll
    void start() throws Exception {
        service = ServiceProcess.start(data);
        history = new History(outside.resolve("history"));
        client = new Witness(service.client().service, history);
        var source = EmbeddedDatabase.of(data);
        database = new JdbcTemplate(new SingleConnectionDataSource(source.getConnection(), true));
        faults = new InsertFaults(DriverManager.getConnection(source.getUrl(), source.getUser(), source.getPassword()));
        helping = new Helping(client, new Friends(client, this::aWeekPasses));
        staff = Holder.protectedOne(client);
        staff.signInWithBackupCode().expect(200);
        faults.arm("bootstrap_spent", 1);
        new Persistence(client)
                .insist(
                        "",
                        204,
                        Wish.post("/v1/staff/bootstrap", staff.access, Map.of("token", service.bootstrapToken())));
        assertThat(faults.struck("bootstrap_spent")).isTrue();
        staff.signInWithBackupCode().expect(200);
        client.send(
                        "PUT",
                        "/v1/staff/" + staff.accountId + "/roles/security",
                        staff.access,
                        null,
                        UUID.randomUUID().toString())
                .expect(204);
        staff.signInWithBackupCode().expect(200);
    }

    /** Before anything waits for its time. */
    private void aWeekPasses(List<Holder> holders) {
        service.client().putAhead(Duration.ofDays(8));
        holders.forEach(holder -> holder.signInWithBackupCode().expect(200));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void no_table_is_forgotten() throws Exception {
        assertThat(Stream.of(READ_MODELS, OTHERS, OUT_OF_REACH, Helping.READ_MODELS)
                        .flatMap(map -> map.keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(faults.tables());
    }

    @Test
    void a_failed_insert_leaves_nothing_half_done_and_nothing_undone() throws Exception {
        var before = eventTypes();
        var done = strikeThemAll();
        for (var type : COUNTED) {
            long told = done.stream()
                    .mapToInt(somebody -> somebody.done.getOrDefault(type, 0))
                    .sum();
            assertThat(eventTypes().getOrDefault(type, 0L) - before.getOrDefault(type, 0L))
                    .as("done once for each time it was told: " + type)
                    .isEqualTo(told);
        }
        var archive = new Archive(EmbeddedDatabase.of(data), data);
        await("readers", () -> archive.behind().isEmpty());
        await(
                "the mail",
                () -> database.queryForObject(
                                "select count(*) from outbox where state = 'PENDING' and due_at < " + Archive.NOW,
                                Long.class)
                        == 0);
        await("readiness", () -> client.get("/actuator/health/readiness", "").status() == 200);
        await("a place for every event", () -> count("trail_position") == count("domain_event_entry"));
        assertThat(rebuild()).as("rows that were not as the events say").isZero();
        everyRecoveryHasItsEnd();
        somebody().startsARecovery();
        assertThat(Checker.check(archive.read(history))).isEmpty();
    }

    /** In each round the next insert of every table; of those that take a fresh second factor, the first alone. */
    private List<Persistence> strikeThemAll() throws Exception {
        var storm = new Storm("insert faults", ROUNDS);
        var one = somebody();
        var other = somebody();
        try (var both = Executors.newFixedThreadPool(2)) {
            var helped = both.submit(this::strikeHelp);
            while (storm.goesOn()) {
                int k = storm.next() % LAST_INSERT + 1;
                Callable<Void> beside = () -> strike(READ_MODELS, one, k);
                var striking = both.submit(beside);
                strike(OTHERS, other, k);
                striking.get();
            }
            helped.get();
        }
        storm.end(0);
        return List.of(one, other, helping.wishes);
    }

    private Void strikeHelp() throws Exception {
        for (var table : Helping.READ_MODELS.entrySet()) {
            faults.arm(table.getKey(), 1);
            table.getValue().accept(helping);
            await("insert into " + table.getKey(), () -> faults.struck(table.getKey()));
            caughtUp();
        }
        return null;
    }

    private Persistence somebody() {
        var somebody = new Persistence(client);
        somebody.joins();
        return somebody;
    }

    private Void strike(Map<String, Consumer<Persistence>> lane, Persistence somebody, int k) throws Exception {
        for (var table : lane.entrySet()) {
            faults.arm(table.getKey(), k);
            for (int i = 0; i < TRIES && !faults.struck(table.getKey()); i++) {
                table.getValue().accept(somebody);
            }
            assertThat(faults.struck(table.getKey()))
                    .as("insert " + k + " into " + table.getKey())
                    .isTrue();
            caughtUp();
        }
        return null;
    }

    private void caughtUp() throws Exception {
        long happened = count("domain_event_entry");
        await("the writer", () -> count("trail_position") >= happened);
    }

    private long rebuild() throws Exception {
        faults.arm("replay", 1);
        var path = "/v1/security/replays/"
                + new Persistence(client)
                        .insist("", 202, Wish.post("/v1/security/replays", staff.access, Map.of("reason", "a drill")))
                        .text("replayId");
        assertThat(faults.struck("replay")).isTrue();
        await("the rebuild", () -> client.get(path, staff.access).text("state").equalsIgnoreCase("finished"));
        return client.get(path, staff.access).body().path("corrected").asLong(-1);
    }

    private void everyRecoveryHasItsEnd() {
        assertThat(database.queryForList(
                        "select task_instance from scheduled_tasks where task_name = 'expire-recovery'", String.class))
                .containsExactlyInAnyOrderElementsOf(database.queryForList(
                        "select aggregate_identifier from domain_event_entry"
                                + " where payload_type like '%.RecoveryStarted'",
                        String.class));
    }

    private Map<String, Long> eventTypes() {
        var types = new LinkedHashMap<String, Long>();
        database.query("select payload_type, count(*) from domain_event_entry group by 1", row -> {
            var type = row.getString(1);
            types.put(type.substring(type.lastIndexOf('.') + 1), row.getLong(2));
        });
        return types;
    }

    private long count(String table) {
        return database.queryForObject("select count(*) from " + table, Long.class);
    }

    private static void await(String what, Callable<Boolean> happened) throws Exception {
        long end = System.nanoTime() + CATCH_UP.toNanos();
        while (!happened.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Client.pause(100);
        }
    }
}
