package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** Two friends confirm over the phone who somebody is; with the mailbox and a day that brings an account back. */
@Execution(ExecutionMode.CONCURRENT)
class ContactsTest {

    private static final Pattern VETO = Pattern.compile("#k=veto&r=([0-9a-f-]{36})&t=([A-Za-z0-9_-]{43})");
    private static final String CHOSEN = "chosen when everybody agreed";

    @TempDir
    static Path data;

    private static ServiceProcess service;
    private static Client client;
    private static Holder ann;
    private static Holder bea;
    private static Holder cid;
    private static Holder eve;

    @BeforeAll
    static void start() {
        service = ServiceProcess.start(data);
        client = service.client();
        ann = Holder.protectedOne(client);
        bea = Holder.protectedOne(client);
        cid = Holder.protectedOne(client);
        eve = Holder.protectedOne(client);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void two_contacts_the_mailbox_and_a_day_bring_the_holder_back() {
        named();
        client.putAhead(Duration.ofDays(8));
        var case1 = asked(vetoed(aStrangerLearnsNothing()));
        approved(case1);
        service.kill();
        service = service.again(data);
        client.putAhead(Duration.ofHours(24));
        completedOnce(case1);
        back();
        client.putAhead(Duration.ofDays(365));
        client.mail(ann.email, "still the right ones", Pattern.compile("once a year"));
    }

    private static void named() {
        ann.signInWithBackupCode().expect(200);
        name(ann.email).expect(403);
        name("nobody@example.org").expect(202);
        for (var one : new Holder[] {bea, cid}) {
            name(one.email).expect(202);
            one.signInWithBackupCode().expect(200);
            client.mail(one.email, "asked to be a recovery contact", Pattern.compile("Name:  Ann"));
            accept(eve, one).expect(404);
            accept(one, one).expect(204);
            accept(one, one).expect(404);
            name(one.email).expect(409);
        }
        var seen = client.get("/v1/account/contacts", ann.access).expect(200).body();
        assertThat(seen.path("contacts")).hasSize(3);
        assertThat(seen.at("/contacts/0/status").asString()).isEqualTo("asked");
        assertThat(seen.at("/contacts/1/status").asString()).isEqualTo("accepted");
        client.mail(ann.email, "You have a new recovery contact", Pattern.compile("seven days"));
        client.post("/v1/account/contacts/review", ann.access, Map.of()).expect(204);
    }

    private static Answer name(String email) {
        return client.post("/v1/account/contacts", ann.access, Map.of("email", email, "name", "a friend"));
    }

    private static Answer accept(Holder by, Holder invited) {
        if (by.access.isEmpty() || by == eve) {
            by.signInWithBackupCode().expect(200);
        }
        var id = client.get("/v1/people", invited.access)
                .expect(200)
                .body()
                .at("/people/0/contactId")
                .asString();
        return client.post("/v1/people/" + ann.accountId + "/contacts/" + id + "/accept", by.access, Map.of());
    }

    /** Without the mailbox proof the answer is one and the same, and nobody is told. */
    private static Answer aStrangerLearnsNothing() {
        var known = ann.startRecovery();
        var poor = eve.startRecovery();
        var nobody = client.post("/v1/recoveries", "", Map.of("email", "no-one@example.org"))
                .expect(202);
        for (var begun : new Answer[] {known, poor, nobody}) {
            ask(begun).expect(409);
        }
        assertThat(client.mails(bea.email).toString()).doesNotContain("asks for your help");
        ask(proven(eve, poor)).expect(409);
        return known;
    }

    private static Answer ask(Answer begun) {
        return client.post("/v1/recoveries/" + begun.text("recoveryId") + "/contacts", begun.text("handle"), Map.of());
    }

    private static Answer proven(Holder holder, Answer begun) {
        holder.proveRecovery(begun, "mailbox", client.mailedCode(holder.email, "mailbox proof"))
                .expect(200);
        return begun;
    }

    /** A second recovery waits for the end of the first. */
    private static Answer vetoed(Answer begun) {
        ask(proven(ann, begun)).expect(202);
        ask(begun).expect(400);
        var second = proven(ann, ann.startRecovery());
        ask(second).expect(409);
        var id = begun.text("recoveryId");
        var veto = Map.of("token", link(id));
        veto(eve.accountId, veto).expect(400);
        veto(id, veto).expect(204);
        veto(id, veto).expect(400);
        client.mail(ann.email, "was stopped", Pattern.compile("recovery contacts"));
        return second;
    }

    private record Case(String id, String handle, String code) {

        Answer complete() {
            return client.post("/v1/recoveries/" + id + "/complete", handle, Map.of("password", CHOSEN));
        }

        String status() {
            return state().path("status").asString();
        }

        JsonNode state() {
            return client.get("/v1/recoveries/" + id, handle).expect(200).body();
        }
    }

    private static Case asked(Answer begun) {
        var answer = ask(begun).expect(202);
        assertThat(answer.body().path("approvals").asInt()).isEqualTo(2);
        var asked = new Case(begun.text("recoveryId"), answer.text("handle"), answer.text("voiceCode"));
        assertThat(asked.status()).isEqualTo("open");
        asked.complete().expect(409);
        client.mail(bea.email, "asks for your help", Pattern.compile("Name:  Ann"));
        return asked;
    }

    private static void approved(Case case1) {
        bea.signInWithBackupCode().expect(200);
        var seen = client.get("/v1/people", bea.access).expect(200);
        assertThat(seen.body().at("/recoveries/0/recoveryId").asString()).isEqualTo(case1.id);
        assertThat(seen.body().at("/recoveries/0/name").asString()).isEqualTo("Ann");
        assertThat(seen.response().body()).doesNotContain(ann.email, case1.code);

        var wrong = case1.code.startsWith("1") ? "222 222" : "111 111";
        approve(bea, case1, wrong).expect(400);
        approve(bea, case1, case1.code).expect(204);
        approve(bea, case1, case1.code).expect(409);
        approve(eve, case1, case1.code).expect(404);
        assertThat(case1.status()).isEqualTo("open");
        assertThat(case1.state().path("approvals").asInt()).isEqualTo(1);
        cid.signInWithBackupCode().expect(200);
        approve(cid, case1, case1.code).expect(204);
        assertThat(case1.status()).isEqualTo("waiting");
        case1.complete().expect(409);
        client.mail(ann.email, "approved a recovery", VETO);
    }

    private static Answer approve(Holder by, Case case1, String code) {
        if (by == eve) {
            eve.signInWithBackupCode().expect(200);
        }
        var path = "/v1/people/" + ann.accountId + "/recoveries/" + case1.id + "/approve";
        return client.post(path, by.access, Map.of("code", code));
    }

    private static void completedOnce(Case case1) {
        var done = case1.complete().expect(200);
        ann.password = CHOSEN;
        ann.secretKey = done.text("secretKey");
        assertThat(case1.status()).isEqualTo("completed");
        case1.complete().expect(400);
        veto(case1.id, Map.of("token", link(case1.id))).expect(400);
        client.mail(ann.email, "Your account was recovered", Pattern.compile("recovery contacts"));
    }

    private static void back() {
        var in = ann.signIn().expect(200);
        assertThat(in.body().at("/session/scope").asString()).isEqualTo("recovery:bind");
        bea.signInWithBackupCode().expect(200);
        var left = client.get("/v1/people", bea.access).expect(200).body();
        assertThat(left.path("recoveries")).isEmpty();
        var id = left.at("/people/0/contactId").asString();
        leave(id).expect(204);
        leave(id).expect(404);
        client.mail(ann.email, "one recovery contact less", Pattern.compile("did not want"));
    }

    private static Answer leave(String id) {
        var path = "/v1/people/" + ann.accountId + "/contacts/" + id;
        return client.send("DELETE", path, bea.access, null, UUID.randomUUID().toString());
    }

    private static Answer veto(String id, Map<String, ?> body) {
        return client.post("/v1/recoveries/" + id + "/veto", "", body);
    }

    private static String link(String id) {
        return client.mail(ann.email, "", Pattern.compile(VETO.pattern().replace("([0-9a-f-]{36})", "(" + id + ")")))
                .group(2);
    }
}
