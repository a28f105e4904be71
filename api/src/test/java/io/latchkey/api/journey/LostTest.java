package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A phone is lost and reported with one factor; then somebody else was at it, and the link of a notice closes everything. */
class LostTest {

    private static final Pattern NOT_ME =
            Pattern.compile("#k=notme&a=([0-9a-f-]{36})&n=([0-9a-f-]{36})&w=([0-9]+)&t=([A-Za-z0-9_-]{43})");
    private static final Pattern LOST = Pattern.compile("#k=lost&a=([0-9a-f-]{36})&t=([A-Za-z0-9_-]{43})");
    private static final List<String> PHONE = List.of("authenticators");

    private final Client client = Running.CLIENT;
    private final Holder ann = Holder.protectedOne(client);

    @Test
    void a_lost_phone_counts_for_nothing_until_a_strong_sign_in_takes_that_back() {
        client.post("/v1/account/totp/" + ann.totpId + "/suspend", ann.access, Map.of())
                .expect(204);
        assertThat(account().path("authenticators").toString()).contains("suspended");
        assertThat(account().path("secondFactor").asBoolean()).isTrue();
        assertThat(account().path("reminders").toString()).contains("reported-lost");
        assertThat(account().path("readiness").toString()).doesNotContain("sign-in-with-authenticator");
        var begun = ann.signIn().expect(200);
        assertThat(begun.body().path("factors").toString()).doesNotContain("totp");
        ann.prove(begun, "totp", ann.code(1)).expect(400);

        ann.signInWithBackupCode().expect(200);
        resume(ann).expect(204);
        assertThat(account().path("authenticators").toString()).contains("active");
    }

    @Test
    void the_password_alone_reports_it_and_nobody_learns_whose_it_is() {
        var right = client.post(
                "/v1/loss-reports", "", Map.of("email", ann.email, "password", ann.password, "lost", PHONE));
        var wrong = client.post(
                "/v1/loss-reports", "", Map.of("email", ann.email, "password", "a wrong password", "lost", PHONE));
        var unknown =
                client.post("/v1/loss-reports", "", Map.of("email", "nobody-" + UUID.randomUUID() + "@example.org"));

        assertThat(List.of(right, wrong, unknown)).allMatch(answer -> answer.status() == 202);
        assertThat(right.response().body())
                .isEqualTo(wrong.response().body())
                .isEqualTo(unknown.response().body());
        client.get("/v1/account", ann.access).expect(401);
        ann.signInWithBackupCode().expect(200);
        assertThat(account().path("authenticators").toString()).contains("suspended");
        assertThat(trail("type=LossReported&account=" + ann.accountId)).contains("with one factor only", "PASSWORD");
    }

    @Test
    void the_mailbox_alone_reports_it_by_a_link_that_works_once() {
        client.post("/v1/loss-reports", "", Map.of("email", ann.email)).expect(202);
        var link = client.mail(ann.email, "Report a lost", LOST);
        client.get("/link" + link.group(), "").expect(200);
        assertThat(account().path("authenticators").toString()).contains("active");
        var bob = Holder.registered(client);
        confirm(bob.accountId, link).expect(400);

        confirm(link.group(1), link).expect(204);
        confirm(link.group(1), link).expect(400);
        ann.signInWithBackupCode().expect(200);
        assertThat(account().path("authenticators").toString()).contains("suspended");
    }

    @Test
    void the_link_of_a_notice_closes_every_way_until_the_holder_or_two_of_staff_open_them() {
        ann.startRecovery();
        var link = client.mail(ann.email, "was begun", NOT_ME);
        lookingAtItDoesNothing(link);
        somebodyElsesIsRefused(link);
        object(ann.accountId, link).expect(204);
        object(ann.accountId, link).expect(400);
        client.get("/v1/account", ann.access).expect(401);
        noWayIsOpen();
        staffSeesTheAlarm("RecoveryStarted");
        theHolderOpensThem();

        object(ann.accountId, link).expect(400);
        object(ann.accountId, client.mail(ann.email, "no longer frozen", NOT_ME))
                .expect(204);
        twoOfStaffOpenThem();
    }

    private void lookingAtItDoesNothing(Matcher link) {
        client.get("/link" + link.group(), "").expect(200);
        client.get("/v1/accounts/" + ann.accountId + "/not-me?t=" + link.group(4), "")
                .expect(405);
        assertThat(account().has("frozen")).isFalse();
    }

    private void somebodyElsesIsRefused(Matcher link) {
        var bob = Holder.protectedOne(client);
        object(bob.accountId, link).expect(400);
        assertThat(trail("type=FreezingRefused&account=" + bob.accountId)).contains("What was given was not right");
        assertThat(client.get("/v1/account", bob.access).expect(200).body().has("frozen"))
                .isFalse();
    }

    private void noWayIsOpen() {
        var begun = ann.signIn().expect(200);
        assertThat(begun.body().path("factors").toString()).doesNotContain("email_code", "device_key");
        client.post("/v1/sign-ins/" + begun.text("signInId") + "/second-factor-reset", begun.text("handle"), Map.of())
                .expect(400);
        var recovery = ann.startRecovery();
        ann.proveRecovery(recovery, "recovery_code", ann.recoveryCode).expect(400);
        assertThat(trail("recovery=" + recovery.text("recoveryId"))).contains("FROZEN");
    }

    private void staffSeesTheAlarm(String about) {
        var alarm = alarm();
        assertThat(alarm).contains("\"about\":\"" + about + "\"").doesNotContain(ann.email);
        assertThat(trail("type=AccountFrozen&account=" + ann.accountId)).contains("Alarm");
    }

    private void theHolderOpensThem() {
        ann.signInWithBackupCode().expect(200);
        assertThat(account().at("/frozen/since").asString()).isNotEmpty();
        assertThat(account().path("readiness").toString()).doesNotContain("account-recovery", "mailed-code");
        client.post("/v1/account/password", ann.access, Map.of("password", "a password of the thief"))
                .expect(409);
        client.post("/v1/account/unfreeze", ann.access, Map.of()).expect(204);
        client.post("/v1/account/unfreeze", ann.access, Map.of()).expect(404);
        assertThat(account().has("frozen")).isFalse();
    }

    private void twoOfStaffOpenThem() {
        var path = "/v1/support/accounts/" + ann.accountId + "/unfreezing";
        var first = Running.staff();
        var second = staff();
        var approval = Map.of("requestedBy", first.accountId);
        client.post(path + "/approve", second.access, approval).expect(404);
        client.post(path, first.access, Map.of("note", "she came to the desk with her passport"))
                .expect(202);
        client.post(path + "/approve", first.access, approval).expect(403);
        client.post(path + "/approve", second.access, Map.of("requestedBy", ann.accountId))
                .expect(409);
        assertThat(alarm()).contains(first.accountId, "with her passport");
        revoke(second);
        client.post(path + "/approve", second.access, approval).expect(403);
        client.post(path + "/approve", staff().access, approval).expect(204);

        ann.signInWithBackupCode().expect(200);
        assertThat(account().has("frozen")).isFalse();
        assertThat(client.get("/v1/audit/frozen-accounts", Running.staff().access)
                        .expect(200)
                        .response()
                        .body())
                .doesNotContain(ann.accountId);
    }

    private String alarm() {
        for (var alarm : client.get("/v1/audit/frozen-accounts", Running.staff().access)
                .expect(200)
                .body()
                .path("accounts")) {
            if (alarm.path("accountId").asString().equals(ann.accountId)) {
                return alarm.toString();
            }
        }
        throw new AssertionError("no alarm");
    }

    private Holder staff() {
        var holder = Holder.protectedOne(client);
        holder.signInWithBackupCode().expect(200);
        role("PUT", holder);
        holder.keep(client.post("/v1/sessions/refresh", "", Map.of("refreshToken", holder.refresh)))
                .expect(200);
        return holder;
    }

    private void revoke(Holder holder) {
        role("DELETE", holder);
    }

    private void role(String method, Holder holder) {
        client.send(
                        method,
                        "/v1/staff/" + holder.accountId + "/roles/support",
                        Running.staff().access,
                        null,
                        UUID.randomUUID().toString())
                .expect(204);
    }

    private Answer object(String accountId, Matcher link) {
        return client.post(
                "/v1/accounts/" + accountId + "/not-me",
                "",
                Map.of("notice", link.group(2), "at", Long.parseLong(link.group(3)), "token", link.group(4)));
    }

    private Answer confirm(String accountId, Matcher link) {
        return client.post("/v1/accounts/" + accountId + "/loss", "", Map.of("token", link.group(2), "lost", PHONE));
    }

    private Answer resume(Holder holder) {
        return client.post("/v1/account/totp/" + holder.totpId + "/resume", holder.access, Map.of());
    }

    private tools.jackson.databind.JsonNode account() {
        return client.get("/v1/account", ann.access).expect(200).body();
    }

    private String trail(String filter) {
        return client.get("/v1/audit/events?" + filter, Running.staff().access)
                .expect(200)
                .response()
                .body();
    }
}
