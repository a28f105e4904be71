package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A laptop with a key of its own is the way back when the phone or the secret key is gone. */
class DeviceTest {

    private static final Client CLIENT = Running.CLIENT;

    private final Device laptop = new Device();
    private Holder ann;
    private Answer bound;

    @BeforeEach
    void ann_binds_her_laptop() {
        ann = Holder.protectedOne(CLIENT);
        bound = bind(ann, laptop).expect(201);
    }

    private static Answer bind(Holder holder, Device device) {
        var body = Client.JSON.writeValueAsString(Map.of("name", "laptop"));
        var path = "/v1/account/devices";
        return send(path, holder.access, body, device.proof("POST", url(path), holder.access));
    }

    private static String url(String path) {
        return CLIENT.service + path;
    }

    private static Answer send(String path, String token, String body, String proof) {
        var key = UUID.randomUUID().toString();
        return CLIENT.exchange(Client.request(CLIENT.service, "POST", path, token, body, key)
                .header("DPoP", proof)
                .build());
    }

    /** With the password, from the laptop. */
    private Answer begin() {
        return CLIENT.post(
                        "/v1/sign-ins",
                        "",
                        Map.of("email", ann.email, "password", ann.password, "deviceToken", bound.text("deviceToken")))
                .expect(200);
    }

    private static String resetOf(Answer begun) {
        return "/v1/sign-ins/" + begun.text("signInId") + "/device-reset";
    }

    private static Answer reset(Answer begun, Device device) {
        var path = resetOf(begun);
        return send(path, begun.text("handle"), null, device.proof("POST", url(path), begun.text("handle")));
    }

    private static Answer replace(Holder holder, Device device) {
        var path = "/v1/account/secret-key";
        return send(path, holder.access, null, device.proof("POST", url(path), holder.access));
    }

    private void aWeekPasses() {
        Backdating.bindings(Running.DATA, ann.accountId);
    }

    @Test
    void the_phone_is_lost_and_the_laptop_leads_to_a_new_one() {
        aWeekPasses();
        var begun = begin();
        assertThat(begun.body().path("factors").toString()).contains("device_key");

        var back = reset(begun, laptop).expect(200);

        assertThat(back.body().path("session").path("scope").asString()).isEqualTo("recovery:bind");
        CLIENT.get("/v1/account", ann.access).expect(401);
        ann.access = back.access();
        assertThat(CLIENT.get("/v1/account", ann.access)
                        .body()
                        .path("reenrolmentRequired")
                        .asBoolean())
                .isTrue();
        CLIENT.get("/v1/account/devices", ann.access).expect(403);
        ann.backupCodes.clear();
        ann.enroll("new phone");
        assertThat(ann.backupCodes).hasSize(10);
        ann.signInWithBackupCode().expect(200);
        mailed("Your second factor was reset on a trusted device");
        assertThat(trail("SecondFactorResetByDevice")).contains("With the password, on a trusted device");
    }

    @Test
    void the_secret_key_is_lost_and_the_laptop_gets_a_new_one() {
        aWeekPasses();
        ann.keep(ann.prove(begin(), "backup_code", ann.backupCodes.pop())).expect(200);
        var old = ann.secretKey;

        ann.secretKey = replace(ann, laptop).expect(201).text("secretKey");

        CLIENT.post("/v1/sign-ins", "", Map.of("email", ann.email, "password", ann.password, "secretKey", old))
                .expect(401);
        ann.signInWithBackupCode().expect(200);
        mailed("Your secret key was replaced");
    }

    @Test
    void in_the_first_week_it_may_do_neither_and_the_list_says_from_when_on() {
        var device = CLIENT.get("/v1/account/devices", ann.access)
                .expect(200)
                .body()
                .path("devices")
                .path(0);
        assertThat(device.path("bound").asBoolean()).isTrue();
        assertThat(Instant.parse(device.path("keyCountsFrom").asString()))
                .isAfter(Instant.now().plus(Duration.ofDays(6)));
        mailed("A device with a key of its own is trusted now");

        var begun = begin();
        assertThat(begun.body().path("factors").toString()).doesNotContain("device_key");
        reset(begun, laptop).expect(400);
        ann.keep(ann.prove(begun, "backup_code", ann.backupCodes.pop())).expect(200);
        replace(ann, laptop).expect(400);
        assertThat(trail("DeviceProofRefused")).contains("TOO_NEW", "bound less than seven days ago");
    }

    @Test
    void every_bad_proof_is_refused_with_the_same_face() {
        aWeekPasses();
        var begun = begin();
        var handle = begun.text("handle");
        var path = resetOf(begun);
        var eve = Holder.protectedOne(CLIENT);
        var tablet = new Device();
        bind(eve, tablet).expect(201);

        var none = face(CLIENT.post(path, handle, Map.of()));
        assertThat(none).startsWith("400 ").contains("invalid-or-expired-proof");
        assertThat(face(send(path, handle, null, laptop.proof("POST", url("/v1/sign-ins"), handle))))
                .isEqualTo(none);
        assertThat(face(send(path, handle, null, tablet.proof("POST", url(path), handle))))
                .isEqualTo(none);
        var late = Instant.now().minus(Duration.ofMinutes(2));
        assertThat(face(send(path, handle, null, laptop.proof("POST", url(path), handle, late))))
                .isEqualTo(none);
        var other = begin();
        var stolen = laptop.proof("POST", url(resetOf(other)), other.text("handle"));
        assertThat(face(send(path, handle, null, stolen))).isEqualTo(none);
        assertThat(face(reset(ann.signIn().expect(200), laptop))).isEqualTo(none);
        send(path, other.text("handle"), null, stolen).expect(404);
        mailed("Three wrong codes after the right password");
        reset(other, laptop).expect(200);
    }

    @Test
    void a_proof_is_good_once() {
        aWeekPasses();
        ann.keep(ann.prove(begin(), "backup_code", ann.backupCodes.pop())).expect(200);
        var path = "/v1/account/secret-key";
        var proof = laptop.proof("POST", url(path), ann.access);

        send(path, ann.access, null, proof).expect(201);
        send(path, ann.access, null, proof).expect(400);
    }

    @Test
    void the_account_tells_what_the_laptop_and_the_tablet_are_good_for() {
        assertThat(readiness("phone", "mailbox")).doesNotContain("second-factor-reset-by-device");
        bind(ann, new Device()).expect(201);
        aWeekPasses();

        assertThat(readiness("phone", "mailbox")).contains("second-factor-reset-by-device", "PT0S");
        assertThat(readiness("secret-key")).contains("secret-key-replacement", "second-factor-reset-by-device");
        assertThat(readiness("mailbox", "password")).contains("no way is left");
    }

    private String readiness(String... lost) {
        for (var found :
                CLIENT.get("/v1/account", ann.access).expect(200).body().path("readiness")) {
            if (found.path("lost").toString().equals(Client.JSON.writeValueAsString(lost))) {
                return found.path("ways") + found.path("sentence").asString();
            }
        }
        throw new AssertionError(List.of(lost) + " is not told");
    }

    @Test
    void after_a_recovery_of_the_account_the_laptop_opens_nothing_and_everybody_must_sign_in_again() {
        aWeekPasses();
        var begun = begin();
        ann.recover("chosen after the recovery").expect(200);

        reset(begun, laptop).expect(400);
        CLIENT.get("/v1/account", ann.access).expect(401);
        var known = Map.of("email", ann.email, "password", ann.password, "deviceToken", bound.text("deviceToken"));
        CLIENT.post("/v1/sign-ins", "", known).expect(401);
        ann.signIn().expect(200);
        ann.backupCodes.clear();
        ann.enroll("new phone");
        ann.signInWithBackupCode().expect(200);
        assertThat(CLIENT.get("/v1/account/devices", ann.access)
                        .expect(200)
                        .body()
                        .path("devices"))
                .isEmpty();
    }

    @Test
    void a_copied_token_of_the_laptop_opens_nothing_by_itself() {
        aWeekPasses();
        var copied = bound.text("deviceToken");
        CLIENT.get("/v1/account", copied).expect(401);
        CLIENT.post("/v1/sign-ins", "", Map.of("email", ann.email, "deviceToken", copied))
                .expect(400);
        var path = resetOf(begin());
        send(path, copied, null, laptop.proof("POST", url(path), copied)).expect(401);
        var eve = Holder.protectedOne(CLIENT);
        var wish = Map.of("email", eve.email, "password", eve.password, "deviceToken", copied);
        CLIENT.post("/v1/sign-ins", "", wish).expect(401);
    }

    @Test
    void the_key_without_the_password_and_a_revoked_laptop_open_nothing() {
        aWeekPasses();
        var wrong = Map.of("email", ann.email, "password", "a wrong guess", "deviceToken", bound.text("deviceToken"));
        CLIENT.post("/v1/sign-ins", "", wrong).expect(401);

        var begun = begin();
        CLIENT.send(
                        "PATCH",
                        "/v1/account/devices/" + bound.text("id"),
                        ann.access,
                        "{\"name\":\"old laptop\"}",
                        UUID.randomUUID().toString())
                .expect(204);
        assertThat(CLIENT.get("/v1/account/devices", ann.access).body().toString())
                .contains("old laptop");
        CLIENT.send(
                        "DELETE",
                        "/v1/account/devices/" + bound.text("id"),
                        ann.access,
                        null,
                        UUID.randomUUID().toString())
                .expect(204);
        reset(begun, laptop).expect(400);
        ann.keep(ann.signInWithBackupCode()).expect(200);
        replace(ann, laptop).expect(400);
    }

    private static String face(Answer answer) {
        return answer.status() + " " + answer.response().body().replaceAll("\"correlationId\":\"[^\"]*\"", "");
    }

    private void mailed(String subject) {
        for (int i = 0; i < 150 && !CLIENT.mails(ann.email).toString().contains(subject); i++) {
            Client.pause(100);
        }
        assertThat(CLIENT.mails(ann.email).toString()).contains(subject);
    }

    private String trail(String type) {
        return CLIENT.get("/v1/audit/events?type=" + type + "&account=" + ann.accountId, Running.staff().access)
                .expect(200)
                .body()
                .toString();
    }
}
