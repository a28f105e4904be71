package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A family helps one of its members back in: two organizers consent, the member alone chooses, and can stop it. */
@Execution(ExecutionMode.CONCURRENT)
class GroupTest {

    private static final Pattern VETO = Pattern.compile("#k=veto&r=([0-9a-f-]{36})&t=([A-Za-z0-9_-]{43})");
    private static final Pattern CHOOSE = Pattern.compile("#k=choose&r=([0-9a-f-]{36})&t=([A-Za-z0-9_-]{43})");
    private static final String CHOSEN = "chosen by the member alone";

    @TempDir
    static Path data;

    private static ServiceProcess service;
    private static Client client;
    private static Holder ann;
    private static Holder bea;
    private static Holder eve;
    private static Holder max;
    private static String group;

    @BeforeAll
    static void start() {
        service = ServiceProcess.start(data);
        client = service.client();
        ann = Holder.protectedOne(client);
        bea = Holder.protectedOne(client);
        eve = Holder.protectedOne(client);
        max = Holder.protectedOne(client);
        client.putAhead(Duration.ofDays(8));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void two_organizers_and_the_mailbox_bring_a_member_back() {
        comeTogether();
        aStrangerSeesNothing();
        aMemberIsNoOrganizer();
        aMemberCanCountOnThem();
        vetoed();
        calledOffByTheMember();
        var id = begun();
        var chosen = chosen(id);
        nothingOfItIsForOrganizers(chosen);
        service.kill();
        service = service.again(data);
        client.putAhead(Duration.ofHours(23));
        client.mail(max.email, "Reminder", VETO);
        client.putAhead(Duration.ofHours(1));
        secondPerson(id);
        completedOnce(id);
        back(chosen);
    }

    private static void comeTogether() {
        ann.signInWithBackupCode().expect(200);
        group = client.post("/v1/groups", ann.access, Map.of("name", "The Examples"))
                .expect(201)
                .text("groupId");
        for (var one : new Holder[] {bea, max}) {
            post("/invitations", ann, Map.of("email", one.email)).expect(202);
            one.signInWithBackupCode().expect(200);
            var invitation = client.get("/v1/groups", one.access)
                    .expect(200)
                    .body()
                    .at("/invitations/0/invitationId")
                    .asString();
            var accept = "/invitations/" + invitation + "/accept";
            post(accept, ann, Map.of()).expect(404);
            post(accept, one, Map.of()).expect(204);
            post(accept, one, Map.of()).expect(404);
        }
        post("/invitations", ann, Map.of("email", "nobody@example.org")).expect(202);
        client.mail(bea.email, "Your place in a group", Pattern.compile("member"));
        send("PUT", "/members/" + bea.accountId + "/role", ann, "{\"role\":\"organizer\"}")
                .expect(204);
    }

    private static void aStrangerSeesNothing() {
        eve.signInWithBackupCode().expect(200);
        client.get("/v1/groups/" + group, eve.access).expect(404);
        post("/members/" + max.accountId + "/recoveries", eve, Map.of("reason", "let me in"))
                .expect(404);
    }

    private static void aMemberIsNoOrganizer() {
        post("/invitations", max, Map.of("email", "eve@example.org")).expect(403);
        var seen = client.get("/v1/groups/" + group, max.access).expect(200).body();
        assertThat(seen.path("members")).hasSize(3);
        assertThat(seen.toString()).doesNotContain(ann.email);
    }

    private static void aMemberCanCountOnThem() {
        var ready = client.get("/v1/account", max.access).expect(200).body().path("readiness");
        assertThat(ready.get(0).path("ways").findValuesAsString("name")).contains("recovery-with-organizer");
        var withoutPassword = ready.get(2);
        assertThat(withoutPassword.at("/lost/0").asString()).isEqualTo("password");
        assertThat(withoutPassword.path("ways").findValuesAsString("name"))
                .containsExactly("account-recovery", "recovery-with-two-organizers");
        assertThat(withoutPassword.at("/ways/1/takes").asString()).isEqualTo("PT24H");
    }

    /** Nobody begins the own case, the link of one case stops no other, and what was stopped is not completed. */
    private static void vetoed() {
        post("/members/" + ann.accountId + "/recoveries", ann, Map.of("reason", "mine"))
                .expect(403);
        post("/members/" + max.accountId + "/recoveries", ann, Map.of()).expect(400);
        var id = begin();
        post("/members/" + max.accountId + "/recoveries", ann, Map.of("reason", "again"))
                .expect(409);
        var veto = Map.of("token", client.mail(max.email, "wants to help", VETO).group(2));
        veto(id, veto).expect(204);
        veto(id, veto).expect(400);
        post("/recoveries/" + id + "/complete", ann, Map.of()).expect(409);
        client.mail(max.email, "was stopped", Pattern.compile("was stopped"));
    }

    /** The handle of who chose is as good as the link of the notice. */
    private static void calledOffByTheMember() {
        var id = begin();
        var path = "/v1/recoveries/" + id;
        var handle = choose(id, link(id, CHOOSE), null).expect(200).text("handle");
        client.send("DELETE", path, handle, null, UUID.randomUUID().toString()).expect(204);
        assertThat(client.get(path, handle).expect(200).text("status")).isEqualTo("cancelled");
        post("/recoveries/" + id + "/complete", ann, Map.of()).expect(409);
    }

    private static String begin() {
        return post("/members/" + max.accountId + "/recoveries", ann, Map.of("reason", "lost phone and password"))
                .expect(202)
                .text("recoveryId");
    }

    private static String begun() {
        var id = begin();
        var seen = client.get("/v1/groups/" + group, ann.access).expect(200).body();
        assertThat(seen.at("/recoveries/0/recoveryId").asString()).isEqualTo(id);
        assertThat(seen.at("/recoveries/0/status").asString()).isEqualTo("open");
        assertThat(seen.at("/recoveries/0/reason").asString()).isEqualTo("lost phone and password");
        post("/recoveries/" + id + "/complete", ann, Map.of()).expect(409);
        return id;
    }

    /** The token of the veto opens nothing; a wrong password is a wrong proof; the right link works once. */
    private static Answer chosen(String id) {
        var token = link(id, CHOOSE);
        choose(id, link(id, VETO), null).expect(400);
        choose(id, token, "not the password").expect(400);
        var chosen = choose(id, token, null).expect(200);
        choose(id, token, null).expect(400);
        assertThat(client.get("/v1/recoveries/" + id, chosen.text("handle"))
                        .expect(200)
                        .text("status"))
                .isEqualTo("waiting");
        return chosen;
    }

    private static void nothingOfItIsForOrganizers(Answer chosen) {
        var seen = client.get("/v1/groups/" + group, ann.access).expect(200);
        assertThat(seen.response().body()).doesNotContain(chosen.text("secretKey"), max.email);
    }

    private static void secondPerson(String id) {
        ann.signInWithBackupCode().expect(200);
        bea.signInWithBackupCode().expect(200);
        post("/recoveries/" + id + "/complete", ann, Map.of()).expect(409);
        post("/recoveries/" + id + "/approve", ann, Map.of()).expect(409);
        post("/recoveries/" + id + "/approve", bea, Map.of()).expect(204);
    }

    private static void completedOnce(String id) {
        post("/recoveries/" + id + "/complete", bea, Map.of()).expect(204);
        post("/recoveries/" + id + "/complete", ann, Map.of()).expect(404);
        veto(id, Map.of("token", link(id, VETO))).expect(400);
        client.mail(max.email, "Your account was recovered", Pattern.compile("organizers"));
    }

    private static void back(Answer chosen) {
        max.signIn().expect(401);
        max.password = CHOSEN;
        max.secretKey = chosen.text("secretKey");
        var in = max.signIn().expect(200);
        assertThat(in.body().at("/session/scope").asString()).isEqualTo("recovery:bind");
        assertThat(max.recover("and by the recovery code as before").status()).isEqualTo(200);
    }

    private static Answer choose(String id, String token, String current) {
        var body = new HashMap<>(Map.of("token", token, "password", CHOSEN));
        if (current != null) {
            body.put("currentPassword", current);
        }
        return client.post("/v1/recoveries/" + id + "/credentials", "", body);
    }

    private static Answer veto(String id, Map<String, ?> body) {
        return client.post("/v1/recoveries/" + id + "/veto", "", body);
    }

    private static Answer post(String path, Holder by, Map<String, ?> body) {
        return client.post("/v1/groups/" + group + path, by.access, body);
    }

    private static Answer send(String method, String path, Holder by, String body) {
        return client.send(
                method,
                "/v1/groups/" + group + path,
                by.access,
                body,
                UUID.randomUUID().toString());
    }

    private static String link(String id, Pattern kind) {
        return client.mail(max.email, "", Pattern.compile(kind.pattern().replace("([0-9a-f-]{36})", "(" + id + ")")))
                .group(2);
    }
}
