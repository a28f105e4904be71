package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Phone and backup codes are lost: the second factor goes after three days in which the holder can stop it. */
@Execution(ExecutionMode.CONCURRENT)
class DelayedResetTest {

    private static final Pattern VETO = Pattern.compile("#k=veto&r=([0-9a-f-]{36})&t=([A-Za-z0-9_-]{43})");

    @TempDir
    static Path data;

    private static ServiceProcess service;
    private static Client client;
    private static Holder staff;
    private static Holder ann;
    private static Holder bob;

    @BeforeAll
    static void start() {
        service = ServiceProcess.start(data);
        client = service.client();
        staff = Holder.protectedOne(client);
        staff.becomeStaff(service.bootstrapToken());
        ann = Holder.protectedOne(client);
        bob = Holder.protectedOne(client);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void it_is_told_waits_over_a_crash_can_be_stopped_and_ends_once() {
        tooYoung();
        client.putAhead(Duration.ofDays(8));
        twoRequestsAtOnceAreOne(bob);
        var anns = waiting(ann);
        var bobs = waiting(bob);
        everybodySeesWhereItStands(anns);
        nobodyEndsItEarly(anns);
        lookingAtALinkDoesNothing(bobs);
        service.kill();
        service = service.again(data);
        client.putAhead(Duration.ofHours(24));
        remindedOf(anns, 1);
        aSecondRequestJoins(anns);
        onlyTheLinkOfBobStopsBobs(anns, bobs);
        client.putAhead(Duration.ofHours(47));
        remindedOf(anns, 2);
        client.putAhead(Duration.ofHours(1));
        takenOff(anns);
        bobs.expect(202);
        assertThat(state(bobs)).isEqualTo("cancelled");
        theHandleEnds(anns);
    }

    private static void tooYoung() {
        var refused = request(ann).expect(400);
        assertThat(refused.text("type")).isEqualTo("urn:latchkey:problem:invalid-or-expired-proof");
        assertThat(trail("correlation=" + refused.text("correlationId"))).contains("QUARANTINED", "seven days");
    }

    private static Answer request(Holder holder) {
        return request(holder.signIn().expect(200));
    }

    private static Answer request(Answer begun) {
        return client.post(
                "/v1/sign-ins/" + begun.text("signInId") + "/second-factor-reset", begun.text("handle"), Map.of());
    }

    private static void twoRequestsAtOnceAreOne(Holder holder) {
        var begun = holder.signIn().expect(200);
        var both = Stream.of(begun, begun)
                .map(one -> CompletableFuture.supplyAsync(() -> request(one).expect(202)))
                .toList();
        assertThat(both.stream().map(one -> one.join().text("recoveryId")).distinct())
                .hasSize(1);
    }

    private static Answer waiting(Holder holder) {
        var reset = request(holder).expect(202);
        assertThat(reset.text("status")).isEqualTo("open");
        assertThat(reset.body().path("needs").toString()).isEqualTo("[\"mailbox\"]");
        var ofAnotherKind = holder.proveRecovery(reset, "recovery_code", holder.recoveryCode)
                .expect(400);
        assertThat(trail("correlation=" + ofAnotherKind.text("correlationId")))
                .contains("SecondFactorResetProofRefused");
        holder.proveRecovery(reset, "mailbox", "00000000").expect(400);
        var proven = holder.proveRecovery(reset, "mailbox", client.mailedCode(holder.email, "to take off"))
                .expect(200);
        assertThat(proven.text("completesAt")).isNotEmpty();
        return reset;
    }

    private static void everybodySeesWhereItStands(Answer reset) {
        assertThat(state(reset)).isEqualTo("waiting");
        var begun = ann.signIn().expect(200);
        client.post("/v1/sign-ins/" + begun.text("signInId") + "/email-code", begun.text("handle"), Map.of())
                .expect(202);
        var session = ann.prove(begun, "email_code", client.mailedCode(ann.email, "to sign in"))
                .expect(200);
        var seen = client.get("/v1/account", session.access()).expect(200).body();
        assertThat(seen.at("/pendingReset/recoveryId").asString()).isEqualTo(reset.text("recoveryId"));
        assertThat(seen.path("readiness").toString()).contains("\"delayed-reset\",\"takes\":\"PT72H\"");
        staff.signInWithBackupCode().expect(200);
        var file = client.get("/v1/audit/recoveries/" + reset.text("recoveryId"), staff.access)
                .expect(200)
                .body();
        assertThat(file.path("status").asString()).isEqualTo("WAITING");
        assertThat(file.path("completesAt").asString())
                .isEqualTo(seen.at("/pendingReset/completesAt").asString());
        var policy = client.get("/v1/policy", "").expect(200);
        assertThat(file.path("policyVersion").asString()).isEqualTo(policy.text("version"));
        assertThat(policy.body().at("/ways/1/waitingPeriod").asString()).isEqualTo("PT72H");
    }

    private static void nobodyEndsItEarly(Answer reset) {
        var early = client.post(
                "/v1/recoveries/" + reset.text("recoveryId") + "/complete",
                reset.text("handle"),
                Map.of("password", "a password of eve"));
        early.expect(409);
        assertThat(trail("correlation=" + early.text("correlationId"))).contains("TOO_EARLY");
    }

    /** Scanners of mail open every link; only the button of the page sends the token. */
    private static void lookingAtALinkDoesNothing(Answer reset) {
        var link = vetoLink(bob, "will be taken off");
        client.get("/link" + link.group(), "").expect(200);
        client.get("/v1/recoveries/" + link.group(1) + "/veto?t=" + link.group(2), "")
                .expect(401);
        assertThat(state(reset)).isEqualTo("waiting");
    }

    private static void remindedOf(Answer reset, int times) {
        for (int i = 0; i < 200 && reminders().size() < times; i++) {
            Client.pause(100);
        }
        assertThat(reminders()).hasSize(times).containsOnly(reset.text("recoveryId"));
        assertThat(state(reset)).isEqualTo("waiting");
    }

    private static List<String> reminders() {
        var cases = new ArrayList<String>();
        for (var mail : client.mails(ann.email)) {
            var link = VETO.matcher(mail.path("text").asString());
            if (mail.path("subject").asString().startsWith("Reminder") && link.find()) {
                cases.add(link.group(1));
            }
        }
        return cases;
    }

    private static void aSecondRequestJoins(Answer reset) {
        var second = request(ann).expect(202);
        assertThat(second.text("recoveryId")).isEqualTo(reset.text("recoveryId"));
        assertThat(second.text("status")).isEqualTo("waiting");
        assertThat(second.text("completesAt"))
                .isEqualTo(client.get("/v1/recoveries/" + reset.text("recoveryId"), reset.text("handle"))
                        .text("completesAt"));
    }

    private static void onlyTheLinkOfBobStopsBobs(Answer anns, Answer bobs) {
        var link = vetoLink(bob, "will be taken off");
        var token = Map.of("token", link.group(2));
        client.post("/v1/recoveries/" + anns.text("recoveryId") + "/veto", "", token)
                .expect(400);
        client.post("/v1/recoveries/" + bobs.text("recoveryId") + "/veto", "", token)
                .expect(204);
        client.post("/v1/recoveries/" + bobs.text("recoveryId") + "/veto", "", token)
                .expect(400);
        assertThat(state(anns)).isEqualTo("waiting");
        assertThat(state(bobs)).isEqualTo("cancelled");
    }

    private static void takenOff(Answer reset) {
        for (int i = 0; i < 200 && !state(reset).equals("completed"); i++) {
            Client.pause(100);
        }
        assertThat(state(reset)).isEqualTo("completed");
        var veto = Map.of("token", vetoLink(ann, "Reminder").group(2));
        client.post("/v1/recoveries/" + reset.text("recoveryId") + "/veto", "", veto)
                .expect(400);
        client.post(
                        "/v1/recoveries/" + reset.text("recoveryId") + "/complete",
                        reset.text("handle"),
                        Map.of("password", "a password of eve"))
                .expect(400);
        client.mail(ann.email, "was taken off", Pattern.compile("the\\s+waiting period is over"));
        var back = ann.signIn().expect(200);
        assertThat(back.body().at("/session/scope").asString()).isEqualTo("recovery:bind");
        ann.backupCodes.clear();
        ann.enroll("new phone");
        ann.signInWithBackupCode().expect(200);
        assertThat(client.get("/v1/account", ann.access).expect(200).body().has("pendingReset"))
                .isFalse();
    }

    private static void theHandleEnds(Answer reset) {
        client.putAhead(Duration.ofDays(2));
        client.get("/v1/recoveries/" + reset.text("recoveryId"), reset.text("handle"))
                .expect(401);
    }

    private static String state(Answer reset) {
        return client.get("/v1/recoveries/" + reset.text("recoveryId"), reset.text("handle"))
                .expect(200)
                .text("status");
    }

    private static Matcher vetoLink(Holder holder, String words) {
        return client.mail(holder.email, words, VETO);
    }

    private static String trail(String filter) {
        staff.signInWithBackupCode().expect(200);
        return client.get("/v1/audit/events?" + filter, staff.access)
                .expect(200)
                .response()
                .body();
    }
}
