package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client.Answer;
import io.latchkey.command.Limits;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a stranger is shown, byte for byte, and what it leaves behind, whether or not there is anybody behind an address. */
class FacesTest {

    /** Enough to be made to wait, and for a case to die. */
    private static final int TRIES = 7;

    /** Only an account has a mailbox to write to and a key of its own; the rest moves by itself. */
    private static final Set<String> MAY_DIFFER =
            Set.of("outbox", "mail_wrong_factors", "data_key", "scheduled_tasks", "token_entry", "trail_position");

    /** Throttled attempts of everybody are told now and then, in the background. */
    private static final Map<String, String> OF_REQUESTS = Map.of(
            "domain_event_entry", " where payload_type not like '%AttemptsThrottled'",
            "audit_record", " where type <> 'AttemptsThrottled'",
            "throttled_attempt", " where false");

    private static final String ALIEN_BACKUP_CODE = "BKU1-3Q16-FKG5-F1R6-QZV0";

    private final Client client = Running.CLIENT;

    private static String nobody() {
        return "nob-" + UUID.randomUUID() + "@example.org";
    }

    /** All of an answer, with the length but not the value of what is new each time. */
    private static String face(Answer answer) {
        var headers = new TreeMap<>(answer.response().headers().map());
        headers.remove("x-correlation-id");
        var body = answer.response().body();
        var bodyFace = answer.text("expiresAt").isEmpty() ? body : body.replace(answer.text("expiresAt"), "");
        for (var field : List.of("recoveryId", "handle", "correlationId")) {
            var value = answer.text(field);
            bodyFace = value.isEmpty() ? bodyFace : bodyFace.replace(value, "#" + value.length());
        }
        if (!answer.text("expiresAt").isEmpty()) {
            headers.remove("content-length");
        }
        return answer.status() + " " + headers + " " + bodyFace;
    }

    private List<String> faces(Function<Integer, Answer> request) {
        return IntStream.range(0, TRIES).mapToObj(i -> face(request.apply(i))).toList();
    }

    @Test
    void every_wrong_sign_in_looks_the_same_for_an_unknown_address() {
        var ann = Holder.registered(client);
        var known = faces(i -> signIn(ann.email));

        assertThat(known).isEqualTo(faces(new Nobody()::signIn));
        assertThat(Set.copyOf(known)).hasSize(1);
        assertThat(face(ann.signIn())).as("the owner, who is not made to wait").startsWith("200");
    }

    private final class Nobody {
        private final String email = nobody();

        Answer signIn(int attempt) {
            return FacesTest.this.signIn(email);
        }
    }

    private Answer signIn(String email) {
        return client.post("/v1/sign-ins", "", Map.of("email", email, "password", "not the right one"));
    }

    @Test
    void every_wrong_proof_looks_the_same_in_the_case_of_a_decoy() {
        var ann = Holder.protectedOne(client);
        var known = ann.startRecovery();
        var unknown = start(nobody());

        assertThat(face(known)).isEqualTo(face(unknown));
        for (var proof : List.of(
                Map.of("kind", "recovery_code", "code", "RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY"),
                Map.of("kind", "mailbox", "code", "12345678"),
                Map.of("kind", "mailbox", "token", "A".repeat(43)))) {
            var faces = new ArrayList<>(faces(i -> prove(known, proof)));
            assertThat(faces).isEqualTo(faces(i -> prove(unknown, proof)));
            faces.add(face(prove(known, Map.of("kind", "recovery_code", "code", ann.recoveryCode))));
            assertThat(Set.copyOf(faces)).as("and a right one in a dead case").hasSize(1);
        }
    }

    /** So that the length of a history, which a decoy has none of, does not show. */
    @Test
    void no_wrong_proof_of_a_recovery_is_refused_sooner_than_another() {
        for (var begun : List.of(Holder.registered(client).startRecovery(), start(nobody()))) {
            long asked = System.nanoTime();
            prove(begun, Map.of("kind", "mailbox", "code", "12345678")).expect(400);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(Duration.ofMillis(250));
        }
    }

    private Answer start(String email) {
        return client.post("/v1/recoveries", "", Map.of("email", email));
    }

    private Answer prove(Answer begun, Map<String, String> proof) {
        return client.post("/v1/recoveries/" + begun.text("recoveryId") + "/proofs", begun.text("handle"), proof);
    }

    @Test
    void wrong_used_revoked_and_locked_second_factors_look_the_same() {
        var ann = Holder.protectedOne(client);
        var used = ann.backupCodes.peek();
        ann.signInWithBackupCode().expect(200);
        var begun = ann.signIn().expect(200);
        var faces = new ArrayList<String>();
        faces.add(face(ann.prove(begun, "backup_code", used)));
        faces.add(face(ann.prove(begun, "email_code", "12345678")));
        faces.add(face(ann.prove(begun, "totp", ann.code(-9))));
        for (int i = 0; i < Limits.TRIES_PER_FLOW; i++) {
            faces.add(face(ann.prove(begun, "backup_code", ALIEN_BACKUP_CODE)));
        }
        faces.add(face(ann.prove(begun, "backup_code", ann.backupCodes.peek())));

        assertThat(Set.copyOf(faces)).hasSize(1);
    }

    @Test
    void known_and_unknown_addresses_leave_equally_many_rows_behind() throws SQLException {
        var ann = Holder.registered(client);
        var somebody = nobody();
        signIn(ann.email);
        signIn(somebody);

        assertThat(rows(() -> start(ann.email))).isEqualTo(rows(() -> start(somebody)));
        assertThat(rows(() -> signIn(ann.email))).isEqualTo(rows(() -> signIn(somebody)));
        var known = start(ann.email);
        var unknown = start(somebody);
        var proof = Map.of("kind", "mailbox", "code", "12345678");
        for (int i = 0; i < TRIES; i++) {
            assertThat(rows(() -> prove(known, proof))).isEqualTo(rows(() -> prove(unknown, proof)));
        }
    }

    private Map<String, Long> rows(Runnable request) throws SQLException {
        var before = counts();
        request.run();
        Client.pause(100);
        var after = counts();
        after.replaceAll((table, count) -> count - before.get(table));
        after.values().removeIf(added -> added == 0);
        assertThat(after).isNotEmpty();
        return after;
    }

    private static Map<String, Long> counts() throws SQLException {
        var counts = new TreeMap<String, Long>();
        try (var connection = EmbeddedDatabase.of(Running.DATA).getConnection();
                var statement = connection.createStatement()) {
            for (var table : Sinks.tables(connection)) {
                if (!MAY_DIFFER.contains(table)) {
                    try (var row = statement.executeQuery(
                            "select count(*) from " + table + OF_REQUESTS.getOrDefault(table, ""))) {
                        row.next();
                        counts.put(table, row.getLong(1));
                    }
                }
            }
        }
        return counts;
    }
}
