package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.stage.OnStage;
import io.latchkey.api.stage.Stage;
import io.latchkey.command.Done;
import io.latchkey.command.Outcome;
import io.latchkey.command.Refused;
import io.latchkey.command.SecretsDelivered;
import io.latchkey.command.Throttled;
import io.latchkey.command.Way;
import io.latchkey.event.Reason;
import io.latchkey.event.SessionKind;
import io.latchkey.query.recoveries.FindRecoveryStatus;
import io.latchkey.query.recoveries.RecoveryStatus;
import io.latchkey.query.recoveries.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;

class RefusalFaceTest extends OnStage {

    private static final String ID = "01890000-0000-7000-8000-000000000009";
    private static final String BACKUP_CODE = "BKU1-3Q16-FKG5-F1R6-QZV0";

    private static List<Outcome> refusals() {
        return Stream.concat(
                        Arrays.stream(Reason.values()).map(Refused::new),
                        Stream.of(new Throttled(Instant.EPOCH), new Throttled(Instant.MAX)))
                .map(Outcome.class::cast)
                .toList();
    }

    /** Status, headers and body, with the correlation id, the only thing that may differ, blotted out. */
    private static String face(RequestHeadersSpec<?> request) {
        var answer = request.exchange().expectBody(byte[].class).returnResult();
        var body = answer.getResponseBody();
        var headers = new TreeMap<String, String>();
        answer.getResponseHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        var id = headers.remove("X-Correlation-Id");
        assertThat(id).isNotBlank();
        return (answer.getStatus() + " " + headers + " " + (body == null ? "" : new String(body))).replace(id, "?");
    }

    private Set<String> faces(Supplier<RequestHeadersSpec<?>> request) {
        return refusals().stream()
                .map(refusal -> {
                    script.deciding(refusal);
                    return face(request.get());
                })
                .collect(Collectors.toSet());
    }

    @Test
    void no_wrong_sign_in_tells_why_nor_whether_the_account_is_known() {
        var faces = faces(() -> post("/v1/sign-ins").bodyValue("""
                {"email":"ann@example.org","password":"wrong password"}"""));
        faces.addAll(faces(() -> post("/v1/sign-ins").bodyValue("""
                {"email":"nobody@example.org","password":"wrong password"}""")));

        assertThat(faces).hasSize(1);
        assertThat(faces.iterator().next()).contains("401", "invalid-credentials", "Retry-After=30");
    }

    @Test
    void no_reset_by_a_device_tells_why_it_is_refused() {
        var handle = tokens.signIn(ID, Stage.ANN, clock.instant().plusSeconds(60));
        var reset = "/v1/sign-ins/" + ID + "/device-reset";
        var faces = faces(() -> post(reset).header("Authorization", bearer(handle)));
        faces.addAll(
                faces(() -> post(reset).header("Authorization", bearer(handle)).header("DPoP", "nonsense")));

        assertThat(faces).hasSize(1);
        assertThat(faces.iterator().next()).contains("400", "invalid-or-expired-proof");
    }

    @ParameterizedTest
    @CsvSource({"totp, 123456", "backup_code, " + BACKUP_CODE, "email_code, 12345678"})
    void no_second_factor_tells_why_it_is_refused(String factor, String code) {
        var handle = tokens.signIn(ID, Stage.ANN, clock.instant().plusSeconds(60));
        var faces = faces(() -> post("/v1/sign-ins/" + ID + "/proofs")
                .header("Authorization", bearer(handle))
                .bodyValue("{\"factor\":\"%s\",\"code\":\"%s\"}".formatted(factor, code)));

        assertThat(faces).hasSize(1);
        assertThat(faces.iterator().next()).contains("400", "invalid-or-expired-proof", "Retry-After=30");
    }

    @ParameterizedTest
    @CsvSource({"recovery_code, RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY", "mailbox, 12345678"})
    void no_proof_in_a_recovery_tells_why_it_is_refused(String kind, String code) {
        var handle = tokens.recovery(ID, clock.instant().plusSeconds(60));
        var faces = faces(() -> post("/v1/recoveries/" + ID + "/proofs")
                .header("Authorization", bearer(handle))
                .bodyValue("{\"kind\":\"%s\",\"code\":\"%s\"}".formatted(kind, code)));

        assertThat(faces).hasSize(1);
        assertThat(faces.iterator().next()).contains("400", "invalid-or-expired-proof", "Retry-After=30");
    }

    @Test
    void no_step_of_a_reset_tells_why_it_is_refused() {
        var signIn = tokens.signIn(ID, Stage.ANN, clock.instant().plusSeconds(60));
        var handle = tokens.recovery(
                ID, Way.DELAYED_RESET, Stage.ANN, clock.instant().plusSeconds(60));
        var faces = faces(() -> post("/v1/sign-ins/" + ID + "/second-factor-reset")
                .header("Authorization", bearer(signIn))
                .bodyValue("{}"));
        faces.addAll(faces(() -> post("/v1/recoveries/" + ID + "/proofs")
                .header("Authorization", bearer(handle))
                .bodyValue("{\"kind\":\"mailbox\",\"code\":\"12345678\"}")));

        assertThat(faces).hasSize(1);
        assertThat(faces.iterator().next()).contains("400", "invalid-or-expired-proof", "Retry-After=30");
    }

    @Test
    void no_veto_tells_why_it_is_refused_nor_whether_there_is_such_a_recovery() {
        var veto = "{\"token\":\"" + "A".repeat(43) + "\"}";
        var faces = faces(() -> post("/v1/recoveries/" + ID + "/veto").bodyValue(veto));
        script.answering(
                FindRecoveryStatus.class,
                asked -> new RecoveryStatus(
                        ID,
                        Stage.ANN.value(),
                        Status.WAITING,
                        List.of(),
                        clock.instant(),
                        Way.DELAYED_RESET,
                        null,
                        null));
        faces.addAll(faces(() -> post("/v1/recoveries/" + ID + "/veto").bodyValue(veto)));

        script.sent.clear();
        script.answering(
                FindRecoveryStatus.class,
                asked -> new RecoveryStatus(
                        ID, Stage.ANN.value(), Status.OPEN, List.of(), clock.instant(), Way.RECOVERY_CODE, null, null));
        faces.add(face(post("/v1/recoveries/" + ID + "/veto").bodyValue(veto)));

        assertThat(faces).hasSize(1);
        assertThat(faces.iterator().next()).contains("400", "invalid-or-expired-proof");
        assertThat(script.sent)
                .as("who began a recovery for a stranger's address writes nothing into that account")
                .isEmpty();
    }

    @Test
    void no_link_of_a_notice_or_of_a_loss_tells_why_it_is_refused() {
        var token = "A".repeat(43);
        var faces = faces(() ->
                post("/v1/accounts/" + ID + "/loss").bodyValue("{\"token\":\"" + token + "\",\"lost\":[\"devices\"]}"));
        faces.addAll(faces(() -> post("/v1/accounts/" + ID + "/not-me")
                .bodyValue("{\"notice\":\"" + ID + "\",\"at\":1,\"token\":\"" + token + "\"}")));

        assertThat(faces).hasSize(1);
        assertThat(faces.iterator().next()).contains("400", "invalid-or-expired-proof");
    }

    @Test
    void a_report_of_a_loss_is_promised_whatever_happens() {
        var faces = faces(() -> post("/v1/loss-reports").bodyValue("""
                {"email":"ann@example.org","password":"a wrong password","lost":["devices"]}"""));
        faces.addAll(faces(() -> post("/v1/loss-reports").bodyValue("""
                {"email":"nobody@example.org"}""")));
        script.deciding(new Done());
        faces.add(face(post("/v1/loss-reports").bodyValue("""
                {"email":"ann@example.org","password":"the right password","lost":["devices"]}""")));

        assertThat(faces).singleElement().asString().contains("202");
    }

    @Test
    void no_choice_of_credentials_tells_why_it_is_refused_nor_whether_there_is_such_a_recovery() {
        var choice = "{\"token\":\"" + "A".repeat(43) + "\",\"password\":\"another secret sentence\"}";
        var faces = faces(() -> post("/v1/recoveries/" + ID + "/credentials").bodyValue(choice));
        for (var way : List.of(Way.TWO_ORGANIZERS, Way.RECOVERY_CODE, Way.DELAYED_RESET)) {
            script.answering(
                    FindRecoveryStatus.class,
                    asked -> new RecoveryStatus(
                            ID, Stage.ANN.value(), Status.OPEN, List.of(), clock.instant(), way, null, null));
            faces.addAll(
                    faces(() -> post("/v1/recoveries/" + ID + "/credentials").bodyValue(choice)));
        }

        assertThat(faces).hasSize(1);
        assertThat(faces.iterator().next()).contains("400", "invalid-or-expired-proof", "Retry-After=30");
    }

    @ParameterizedTest
    @CsvSource({
        "STEP_UP_REQUIRED, 401, step-up-required",
        "NOT_ALLOWED, 403, forbidden",
        "OWN_CASE, 403, forbidden",
        "CONSENTS_SPENT, 403, forbidden",
        "NOT_FOUND, 404, not-found",
        "TOO_EARLY, 409, conflict",
        "MISSING_APPROVAL, 409, conflict",
        "LAST_ORGANIZER, 409, conflict",
        "EXPIRED, 409, conflict"
    })
    void an_organizer_learns_what_is_missing(Reason reason, int status, String name) {
        script.deciding(new Refused(reason));

        change(HttpMethod.POST, "/v1/groups/" + ID + "/recoveries/" + ID + "/complete")
                .header("Authorization", bearer(holder()))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:latchkey:problem:" + name);
    }

    /** Who has not proven the mailbox is told that, for an account with contacts, without, and for none. */
    @ParameterizedTest
    @CsvSource({
        "MISSING_PROOF, 409, conflict",
        "TOO_FEW_CONTACTS, 409, conflict",
        "IN_PROGRESS, 409, conflict",
        "QUARANTINED, 409, conflict",
        "FROZEN, 400, invalid-or-expired-proof",
        "EXPIRED, 400, invalid-or-expired-proof",
        "NOT_FOUND, 400, invalid-or-expired-proof"
    })
    void whoever_asks_contacts_learns_what_is_missing(Reason reason, int status, String name) {
        script.deciding(new Refused(reason));

        post("/v1/recoveries/" + ID + "/contacts")
                .header(
                        "Authorization",
                        bearer(tokens.recovery(ID, clock.instant().plusSeconds(60))))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:latchkey:problem:" + name);
    }

    @Test
    void no_mailbox_proof_tells_why_it_is_refused() {
        var faces = faces(() -> post("/v1/accounts/" + ID + "/mailbox/verify").bodyValue("{\"code\":\"1234 5678\"}"));

        assertThat(faces).hasSize(1);
        assertThat(faces.iterator().next()).contains("400", "invalid-or-expired-proof");
    }

    @Test
    void a_refused_refresh_token_looks_like_one_that_is_none() {
        var refresh = tokens.session(grant(SessionKind.FULL)).refresh();
        var faces = faces(() -> post("/v1/sessions/refresh").bodyValue("{\"refreshToken\":\"" + refresh + "\"}"));
        faces.add(face(post("/v1/sessions/refresh").bodyValue("{\"refreshToken\":\"nonsense\"}")));

        assertThat(faces).hasSize(1);
        assertThat(faces.iterator().next()).contains("401", "invalid-token");
    }

    @Test
    void mail_is_promised_whatever_happens() {
        var handle = tokens.signIn(ID, Stage.ANN, clock.instant().plusSeconds(60));

        assertThat(faces(() -> post("/v1/accounts/" + ID + "/mailbox/resend"))).hasSize(1);
        assertThat(faces(() -> post("/v1/sign-ins/" + ID + "/email-code").header("Authorization", bearer(handle))))
                .singleElement()
                .asString()
                .contains("202");
    }

    @Test
    void completing_too_early_is_a_conflict_and_all_else_one_face() {
        var handle = tokens.recovery(ID, clock.instant().plusSeconds(60));
        script.answering(
                FindRecoveryStatus.class,
                asked -> new RecoveryStatus(
                        ID, Stage.ANN.value(), Status.OPEN, List.of(), clock.instant(), Way.RECOVERY_CODE, null, null));
        var faces = faces(() -> post("/v1/recoveries/" + ID + "/complete")
                .header("Authorization", bearer(handle))
                .bodyValue("{\"password\":\"another secret sentence\"}"));

        assertThat(faces).hasSize(2).anyMatch(face -> face.contains("409") && face.contains("problem:conflict"));
    }

    @ParameterizedTest
    @CsvSource({
        "STEP_UP_REQUIRED, 401, step-up-required",
        "RECOVERY_SESSION, 403, forbidden",
        "NOT_ALLOWED, 403, forbidden",
        "OWN_CASE, 403, forbidden",
        "SAME_PERSON, 403, forbidden",
        "NO_LONGER_STAFF, 403, forbidden",
        "FROZEN, 409, conflict",
        "NOT_FOUND, 404, not-found",
        "MISSING_PROOF, 409, conflict",
        "NO_SUCH_FACTOR, 409, conflict",
        "WRONG_PROOF, 400, invalid-or-expired-proof",
        "EXPIRED, 400, invalid-or-expired-proof",
        "FLOW_DEAD, 400, invalid-or-expired-proof"
    })
    void a_holder_learns_what_to_do_next(Reason reason, int status, String name) {
        script.deciding(new Refused(reason));

        change(HttpMethod.DELETE, "/v1/account/totp/" + ID)
                .header("Authorization", bearer(holder()))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:latchkey:problem:" + name);
    }

    @Test
    void step_up_says_how() {
        script.deciding(new Refused(Reason.STEP_UP_REQUIRED));

        change(HttpMethod.DELETE, "/v1/account")
                .header("Authorization", bearer(holder()))
                .exchange()
                .expectHeader()
                .valueEquals(
                        "WWW-Authenticate",
                        "Bearer error=\"insufficient_user_authentication\", acr_values=\"urn:latchkey:aal2\","
                                + " max_age=300");
    }

    @Test
    void a_secret_is_not_shown_twice() {
        script.deciding(new SecretsDelivered());

        post("/v1/account/recovery-code")
                .header("Authorization", bearer(holder()))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:latchkey:problem:secret-already-delivered");
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void every_problem_has_a_name_a_title_and_a_status(ProblemType type) {
        assertThat(type.uri()).matches("urn:latchkey:problem:[a-z-]+|https://iana\\.org/.*");
        assertThat(type.title()).isNotBlank();
        assertThat(type.status()).isBetween(400, 503);
    }
}
