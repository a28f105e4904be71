package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client.Answer;
import io.latchkey.value.RecoveryCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Before anything is lost: a kit of the recovery code, and what would be left of the ways back. */
class PreparedTest {

    private static final Client CLIENT = Running.CLIENT;

    private static Answer kit(Holder holder, String code, String label) {
        return CLIENT.post("/v1/account/recovery-kit", holder.access, Map.of("recoveryCode", code, "label", label));
    }

    private static JsonNode account(Holder holder) {
        return CLIENT.get("/v1/account", holder.access).expect(200).body();
    }

    @Test
    void a_kit_tells_whose_code_it_is_in_every_form_and_everywhere_by_the_same_fingerprint() throws Exception {
        var ann = Holder.protectedOne(CLIENT);
        var fingerprint = account(ann).at("/recoveryCode/fingerprint").asString();
        var kit = kit(ann, ann.recoveryCode, "cellar").expect(200);

        assertThat(fingerprint).matches("\\w{4}-\\w{4}");
        assertThat(kit.text("fingerprint")).isEqualTo(fingerprint);
        assertThat(kit.text("recoveryCode")).isEqualTo(ann.recoveryCode);
        assertThat(kit.text("account")).isEqualTo("a***@e***.org");
        assertThat(mail(ann, "Your recovery code is active")).contains("Fingerprint of the code:  " + fingerprint);
        assertThat(mail(ann, "New backup codes were made"))
                .contains("Fingerprint of the set:  "
                        + account(ann).at("/backupCodes/fingerprint").asString());

        var page = download(ann, "application/pdf");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        try (var document = Loader.loadPDF(page.body())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains(ann.recoveryCode.replace("-", ""), fingerprint, "a***@e***.org", "cellar");
        }
        assertThat(new String(download(ann, "text/plain").body())).contains(ann.recoveryCode, fingerprint);
        assertThat(download(ann, "image/png").statusCode()).isEqualTo(406);
    }

    @Test
    void every_attempt_is_on_the_trail_and_five_wrong_codes_end_them() {
        var ann = Holder.protectedOne(CLIENT);
        kit(ann, ann.recoveryCode, "cellar").expect(200);
        for (int i = 0; i < 5; i++) {
            kit(ann, RecoveryCode.random(new SecureRandom()).formatted(), "cellar")
                    .expect(400);
        }
        kit(ann, ann.recoveryCode, "cellar").expect(400);

        var trail = CLIENT.get("/v1/audit/events?account=" + ann.accountId, Running.staff().access)
                .expect(200)
                .body();
        var told = new ArrayList<String>();
        trail.path("records")
                .forEach(event -> told.add(event.path("type").asString() + " "
                        + event.path("reason").asString("")));
        assertThat(told)
                .contains("RecoveryKitMade ", "RecoveryKitRefused FLOW_DEAD")
                .filteredOn("RecoveryKitRefused WRONG_PROOF"::equals)
                .hasSize(5);
        assertThat(trail.toString()).doesNotContain(ann.recoveryCode, "cellar");
    }

    @Test
    void a_repeated_request_shows_nothing_and_a_new_one_the_kit_again() {
        var ann = Holder.protectedOne(CLIENT);
        var key = UUID.randomUUID().toString();
        var body = Client.JSON.writeValueAsString(Map.of("recoveryCode", ann.recoveryCode));

        CLIENT.send("POST", "/v1/account/recovery-kit", ann.access, body, key).expect(200);
        var again = CLIENT.send("POST", "/v1/account/recovery-kit", ann.access, body, key)
                .expect(409);
        assertThat(again.response().body()).contains("secret-already-delivered").doesNotContain(ann.recoveryCode);
        kit(ann, ann.recoveryCode, "cellar").expect(200);
    }

    @Test
    void the_account_tells_what_would_be_left_and_what_to_add() {
        var ann = Holder.registered(CLIENT);
        ann.signIn().expect(200);
        assertThat(ways(ann, "password")).isEmpty();
        assertThat(advice(ann, "password")).containsExactly("recovery-code");

        ann.enroll("phone");
        ann.makeRecoveryCode();
        assertThat(ways(ann, "phone"))
                .containsExactly(
                        "sign-in-with-backup-code", "sign-in-with-mailed-code", "delayed-reset", "account-recovery");
        assertThat(ways(ann, "password")).containsExactly("account-recovery");
        assertThat(ways(ann, "phone", "mailbox")).containsExactly("sign-in-with-backup-code");
        assertThat(ways(ann, "mailbox", "password")).isEmpty();
        assertThat(ways(ann, "secret-key")).containsExactly("account-recovery");
        assertThat(advice(ann, "secret-key")).containsExactly("trusted-device", "bound-device", "contacts");

        CLIENT.post("/v1/account/devices", ann.access, Map.of("name", "laptop")).expect(201);
        assertThat(ways(ann, "secret-key")).hasSize(5);
        assertThat(account(ann).path("readiness")).hasSize(10);
        assertThat(account(ann).path("reminders")).isEmpty();
    }

    /** What is promised for the loss of the phone, with and without the mailbox, is kept. */
    @Test
    void what_is_said_to_be_left_works() {
        var ann = Holder.protectedOne(CLIENT);
        ann.signInWithBackupCode().expect(200);
        var begun = ann.signIn().expect(200);
        CLIENT.post("/v1/sign-ins/" + begun.text("signInId") + "/email-code", begun.text("handle"), Map.of())
                .expect(202);
        ann.prove(begun, "email_code", CLIENT.mailedCode(ann.email, "to sign in"))
                .expect(200);
        ann.recover("a new password for ann").expect(200);
        ann.signIn().expect(200);
        assertThat(ways(ann, "phone")).containsExactly("sign-in", "account-recovery");
        assertThat(advice(ann, "phone")).containsExactly("authenticator");
    }

    private static List<String> ways(Holder holder, String... lost) {
        return names(holder, "ways", lost);
    }

    private static List<String> advice(Holder holder, String... lost) {
        return names(holder, "add", lost);
    }

    private static List<String> names(Holder holder, String field, String... lost) {
        var names = new ArrayList<String>();
        for (var found : account(holder).path("readiness")) {
            var losses = new ArrayList<String>();
            found.path("lost").forEach(loss -> losses.add(loss.asString()));
            if (losses.equals(List.of(lost))) {
                assertThat(found.path("ready").asBoolean())
                        .isEqualTo(!found.path("ways").isEmpty());
                found.path(field).forEach(one -> names.add(one.path("name").asString()));
            }
        }
        return names;
    }

    private static String mail(Holder holder, String subject) {
        for (int i = 0; i < 150; i++) {
            for (var mail : CLIENT.mails(holder.email)) {
                if (mail.path("subject").asString().equals(subject)) {
                    return mail.path("text").asString();
                }
            }
            Client.pause(100);
        }
        throw new AssertionError("no mail " + subject);
    }

    private static HttpResponse<byte[]> download(Holder holder, String accept)
            throws IOException, InterruptedException {
        var body = Client.JSON.writeValueAsString(Map.of("recoveryCode", holder.recoveryCode, "label", "cellar"));
        URI door = CLIENT.service.resolve("/v1/account/recovery-kit");
        var request = HttpRequest.newBuilder(door)
                .header("Authorization", "Bearer " + holder.access)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofByteArray());
        }
    }
}
