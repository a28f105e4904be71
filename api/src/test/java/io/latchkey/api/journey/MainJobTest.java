package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The main job over HTTP, against the service as it is started; the same wherever the events are kept. */
@TestInstance(Lifecycle.PER_CLASS)
class MainJobTest {

    @TempDir
    static Path data;

    ServiceProcess service;
    Client client;
    private Holder staff;

    ServiceProcess launch() throws Exception {
        return ServiceProcess.start(data);
    }

    @BeforeAll
    void start() throws Exception {
        service = launch();
        client = service.client();
        staff = Holder.protectedOne(client);
        staff.becomeStaff(service.bootstrapToken());
    }

    @AfterAll
    void stop() throws Exception {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void every_session_is_dead_within_a_second_of_a_recovery_and_the_code_works_again() {
        var ann = Holder.protectedOne(client);
        var access = ann.access;
        var refresh = ann.refresh;
        client.get("/v1/account", access).expect(200);

        ann.recover("a new password for ann").expect(200);

        client.get("/v1/account", access).expect(401);
        client.post("/v1/sessions/refresh", "", Map.of("refreshToken", refresh)).expect(401);
        ann.recover("yet another password").expect(200);
        ann.signIn().expect(200);
        assertThat(client.get("/v1/account", ann.access)
                        .expect(200)
                        .body()
                        .path("reenrolmentRequired")
                        .asBoolean())
                .isTrue();
        client.send(
                        "DELETE",
                        "/v1/account/recovery-code",
                        ann.access,
                        null,
                        UUID.randomUUID().toString())
                .expect(403);
    }

    @Test
    void known_and_unknown_addresses_get_the_same_answers() {
        var ann = Holder.protectedOne(client);
        var known = ann.startRecovery();
        var unknown = client.post("/v1/recoveries", "", Map.of("email", "nobody-" + UUID.randomUUID() + "@example.org"))
                .expect(202);

        assertThat(unknown.body().propertyNames()).isEqualTo(known.body().propertyNames());
        for (var kind : new String[] {"recovery_code", "mailbox"}) {
            var code = kind.equals("mailbox") ? "12345678" : "RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY";
            assertThat(problem(ann.proveRecovery(unknown, kind, code)))
                    .isEqualTo(problem(ann.proveRecovery(known, kind, code)));
        }
        assertThat(client.get("/v1/recoveries/" + unknown.text("recoveryId"), unknown.text("handle"))
                        .expect(200)
                        .body()
                        .propertyNames())
                .isEqualTo(client.get("/v1/recoveries/" + known.text("recoveryId"), known.text("handle"))
                        .expect(200)
                        .body()
                        .propertyNames());
        var wrongPassword = client.post(
                "/v1/sign-ins",
                "",
                Map.of("email", ann.email, "password", "not her password", "secretKey", ann.secretKey));
        var wrongAddress = client.post(
                "/v1/sign-ins",
                "",
                Map.of("email", "no-" + ann.email, "password", "not her password", "secretKey", ann.secretKey));
        assertThat(problem(wrongAddress)).isEqualTo(problem(wrongPassword));
    }

    @Test
    void fifty_parallel_sends_with_one_key_have_one_effect() throws Exception {
        var ann = Holder.protectedOne(client);
        var key = UUID.randomUUID().toString();
        var body = Client.JSON.writeValueAsString(Map.of("name", "tablet"));
        Callable<Client.Answer> send = () -> client.send("POST", "/v1/account/totp", ann.access, body, key);
        try (var pool = Executors.newFixedThreadPool(50)) {
            var answers =
                    pool.invokeAll(IntStream.range(0, 50).mapToObj(i -> send).toList());
            for (var answer : answers) {
                assertThat(answer.get().status()).isIn(201, 409);
            }
        }
        assertThat(trail("account=" + ann.accountId + "&type=TotpEnrolmentStarted"))
                .hasSize(2);
        client.send("POST", "/v1/account/totp", ann.access, body.replace("tablet", "other"), key)
                .expect(422);
        assertThat(client.send("POST", "/v1/account/totp", ann.access, body, key)
                        .expect(409)
                        .text("type"))
                .isEqualTo("urn:latchkey:problem:secret-already-delivered");
        client.send("POST", "/v1/account/totp", ann.access, body, null).expect(400);
    }

    @Test
    void one_backup_code_is_good_for_one_of_many_parallel_sign_ins() throws Exception {
        var ann = Holder.protectedOne(client);
        var code = ann.backupCodes.pop();
        Callable<Integer> redeem = () -> {
            var begun = ann.client.post(
                    "/v1/sign-ins",
                    "",
                    Map.of("email", ann.email, "password", ann.password, "secretKey", ann.secretKey));
            var answer = begun.status() == 200 ? ann.prove(begun, "backup_code", code) : begun;
            return answer.status();
        };
        try (var pool = Executors.newFixedThreadPool(8)) {
            var statuses = pool
                    .invokeAll(IntStream.range(0, 8).mapToObj(i -> redeem).toList())
                    .stream()
                    .map(MainJobTest::get)
                    .toList();
            assertThat(statuses)
                    .containsOnlyOnce(200)
                    .allMatch(status -> status == 200 || status == 400 || status == 503);
        }
    }

    @Test
    void support_finds_an_attempt_by_the_id_in_the_error_and_the_reading_is_recorded() {
        var ann = Holder.protectedOne(client);
        var begun = ann.startRecovery();
        var refused = ann.proveRecovery(begun, "mailbox", "12345678").expect(400);

        var records = trail("correlation=" + refused.text("correlationId"));

        assertThat(records).extracting(record -> record.path("type").asString()).contains("RecoveryProofRefused");
        assertThat(records)
                .allSatisfy(
                        record -> assertThat(record.path("sentence").asString()).isNotBlank());
        assertThat(trail("type=TrailRead&actor=" + staff.accountId)).isNotEmpty();
        client.get("/v1/audit/events", ann.access).expect(403);
    }

    @Test
    void another_holders_ids_are_not_found() {
        var ann = Holder.protectedOne(client);
        var eve = Holder.protectedOne(client);
        var key = UUID.randomUUID().toString();

        client.send("DELETE", "/v1/account/totp/" + ann.totpId, eve.access, null, key)
                .expect(404);
        client.send("DELETE", "/v1/account/sessions/" + UUID.randomUUID(), eve.access, null, key)
                .expect(404);
        client.send("DELETE", "/v1/account/devices/" + UUID.randomUUID(), eve.access, null, key)
                .expect(404);
        client.get(
                        "/v1/recoveries/" + ann.startRecovery().text("recoveryId"),
                        eve.startRecovery().text("handle"))
                .expect(404);
    }

    @Test
    void an_erased_account_is_gone_and_its_records_stay_pseudonymous() {
        var ann = Holder.protectedOne(client);
        client.send("DELETE", "/v1/account", ann.access, null, UUID.randomUUID().toString())
                .expect(204);

        client.get("/v1/account", ann.access).expect(401);
        ann.signIn().expect(401);
        assertThat(trail("account=" + ann.accountId)).isNotEmpty();
    }

    @Test
    void a_replay_leaves_the_trail_as_it_was_and_sends_no_mail() throws Exception {
        var ann = Holder.protectedOne(client);
        ann.recover("a new password for ann").expect(200);
        var mails = mailCountOnceSettled();
        var before = withoutReadings(ann);
        var started = client.post("/v1/security/replays", staff.access, Map.of("reason", "a drill"))
                .expect(202);
        var path = "/v1/security/replays/" + started.text("replayId");
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!client.get(path, staff.access).expect(200).response().body().contains("inished")
                && System.nanoTime() < end) {
            Client.pause(200);
        }

        assertThat(client.get(path, staff.access).response().body()).containsIgnoringCase("finished");
        assertThat(withoutReadings(ann)).isEqualTo(before);
        assertThat(mailCount()).isEqualTo(mails);
    }

    /** Reading the trail of an account is itself on it. */
    private String withoutReadings(Holder holder) {
        return trail("account=" + holder.accountId).stream()
                .filter(record -> !record.path("type").asString().equals("TrailRead"))
                .toList()
                .toString();
    }

    private static long mailCountOnceSettled() throws Exception {
        long count = -1;
        for (long now = mailCount(); now != count; now = mailCount()) {
            count = now;
            Client.pause(3000);
        }
        return count;
    }

    private static long mailCount() throws Exception {
        try (var files = Files.list(data.resolve("mail"))) {
            return files.count();
        }
    }

    private java.util.List<tools.jackson.databind.JsonNode> trail(String filter) {
        var records = client.get("/v1/audit/events?limit=200&" + filter, staff.access)
                .expect(200)
                .body()
                .path("records");
        return java.util.stream.StreamSupport.stream(records.spliterator(), false)
                .toList();
    }

    private static String problem(Client.Answer answer) {
        return answer.status() + " " + answer.response().body().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id");
    }

    private static <T> T get(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
