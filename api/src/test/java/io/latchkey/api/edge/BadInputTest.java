package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.stage.OnStage;
import io.latchkey.api.stage.Stage;
import io.latchkey.command.ActivateRecoveryCode;
import io.latchkey.command.ProveBackupCode;
import io.latchkey.command.ProveTotp;
import io.latchkey.command.Refused;
import io.latchkey.event.Reason;
import io.latchkey.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

class BadInputTest extends OnStage {

    private static final String ID = "01890000-0000-7000-8000-000000000009";

    private static void problem(ResponseSpec answer, int status, String name) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .exists("X-Correlation-Id")
                .expectBody(String.class)
                .value(body -> {
                    assertThat(body).contains("\"type\":\"urn:latchkey:problem:" + name + "\"");
                    assertThat(body).contains("\"correlationId\":\"");
                    assertThat(body).doesNotContain("Exception", "java", "io.latchkey", "jackson", "hunter2");
                });
    }

    private ResponseSpec signIn(String body) {
        return post("/v1/sign-ins").bodyValue(body).exchange();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "nonsense",
                "\"text\"",
                "[]",
                "null",
                "",
                "1",
                "{\"email\":\"ann@example.org\",\"password\":\"hunter2hunter2\"} x",
                "{\"email\":\"ann@example.org\",\"password\":\"hunter2hunter2\"}{}",
                "{\"email\":\"ann@example.org\",\"password\":\"hunter2hunter2\",\"password\":\"hunter2hunter3\"}",
                "{\"email\":\"ann@example.org\",\"password\":\"hunter2hunter2\",\"admin\":true}",
                "{\"email\":\"ann@example.org\",\"password\":[\"hunter2hunter2\"]}",
                "{\"email\":\"ann@example.org\",\"password\":{\"a\":\"hunter2\"}}",
                "{\"email\":\"ann@example.org\",\"password\":12345678}",
                "{\"email\":\"ann@example.org\",\"password\":true}",
                "{\"email\":\"ann@example.org\",\"password\":null}",
                "{\"email\":\"ann@example.org\"}",
                "{\"email\":\"ann@example.org\",\"password\":\"short\"}",
                "{\"email\":\"ann@example.org\",\"password\":'hunter2hunter2'}",
                "{\"email\":\"ann@example.org\",\"password\":NaN}",
                "{\"email\":\"ann@example.org\",\"password\":\"hunter2\\u0000hunter2\"}"
            })
    void a_body_that_cannot_be_meant(String body) {
        problem(signIn(body), 400, "malformed-request");
        assertThat(script.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"waitingPeriod\":\"PT1H\"}", "{\"completesAt\":\"2026-11-21T12:00:00Z\"}", "[]", "1", "{"})
    void a_reset_takes_no_wishes_about_its_time(String body) {
        var id = "01890000-0000-7000-8000-000000000009";
        var handle = tokens.signIn(id, Stage.ANN, clock.instant().plusSeconds(60));
        problem(
                post("/v1/sign-ins/" + id + "/second-factor-reset")
                        .header("Authorization", bearer(handle))
                        .bodyValue(body)
                        .exchange(),
                400,
                "malformed-request");
        assertThat(script.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"token\":\"short\"}", "{\"token\":null}", "{\"token\":\"a\",\"code\":\"1\"}"})
    void a_veto_without_a_whole_token(String body) {
        problem(
                post("/v1/recoveries/01890000-0000-7000-8000-000000000009/veto")
                        .bodyValue(body)
                        .exchange(),
                400,
                "malformed-request");
        assertThat(script.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"ann@example.org\",\"password\":\"a long password\"}",
                "{\"email\":\"ann@example.org\",\"password\":\"a long password\",\"lost\":[]}",
                "{\"email\":\"ann@example.org\",\"password\":\"a long password\",\"lost\":[null]}",
                "{\"email\":\"ann@example.org\",\"lost\":\"devices\"}",
                "{\"email\":\"ann@example.org\",\"lost\":[\"mailbox\"]}",
                "{\"email\":\"ann@example.org\",\"password\":\"short\",\"lost\":[\"devices\"]}",
                "{\"email\":\"ann\"}"
            })
    void a_report_of_a_loss_that_cannot_be_meant(String body) {
        problem(post("/v1/loss-reports").bodyValue(body).exchange(), 400, "malformed-request");
        assertThat(script.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"lost\":[\"devices\"]}", "{\"token\":\"TOKEN\"}", "{\"token\":\"TOKEN\",\"lost\":[]}"})
    void a_report_by_link_that_says_not_what_is_lost(String body) {
        var token = "A".repeat(43);
        problem(
                post("/v1/accounts/" + ID + "/loss")
                        .bodyValue(body.replace("TOKEN", token))
                        .exchange(),
                400,
                "malformed-request");
        assertThat(script.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"notice\":\"01890000-0000-7000-8000-000000000009\",\"token\":\"a\"}",
                "{\"notice\":\"x\",\"at\":1,\"token\":\"a\"}",
                "{\"notice\":\"01890000-0000-7000-8000-000000000009\",\"at\":1,\"token\":\"short\"}",
                "{\"notice\":\"01890000-0000-7000-8000-000000000009\",\"at\":\"now\",\"token\":\"a\"}"
            })
    void an_objection_without_the_whole_link(String body) {
        problem(post("/v1/accounts/" + ID + "/not-me").bodyValue(body).exchange(), 400, "malformed-request");
        assertThat(script.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"note\":null}", "{\"note\":\"too short\"}", "{\"note\":\"ten chars or\\nmore\"}"})
    void unfreezing_without_a_reason_in_words(String body) {
        malformedForSupport("/unfreezing", body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"requestedBy\":null}", "{\"requestedBy\":\"somebody\"}", ""})
    void approving_without_saying_whose_request(String body) {
        malformedForSupport("/unfreezing/approve", body);
    }

    private void malformedForSupport(String door, String body) {
        problem(
                post("/v1/support/accounts/" + ID + door)
                        .header("Authorization", bearer(holder(Role.SUPPORT)))
                        .bodyValue(body)
                        .exchange(),
                400,
                "malformed-request");
        assertThat(script.sent).isEmpty();
    }

    @Test
    void json_nested_without_end() {
        problem(signIn("[".repeat(8_000)), 400, "malformed-request");
    }

    @Test
    void bytes_that_are_no_text() {
        var answer = post("/v1/sign-ins")
                .bodyValue(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}'})
                .exchange();
        problem(answer, 400, "malformed-request");
    }

    @Test
    void an_unknown_field_is_named_but_no_value_is_repeated() {
        post("/v1/sign-ins")
                .bodyValue("{\"email\":\"ann@example.org\",\"password\":\"hunter2hunter2\",\"extra\":\"hunter2\"}")
                .exchange()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("extra")
                .jsonPath("$.errors[0].rule")
                .isEqualTo("unknown field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.org\\r\\nBcc: x@example.org",
                "ann\\u560a@example.org",
                "ann",
                "@example.org",
                "ann@",
                "a@b@example.org",
                "ann @example.org",
                "ann@exa mple.org",
                ""
            })
    void an_address_mail_cannot_be_sent_to(String email) {
        var body = "{\"email\":\"%s\",\"password\":\"hunter2hunter2\"}".formatted(email);
        problem(signIn(body), 400, "malformed-request");
        problem(
                post("/v1/recoveries")
                        .bodyValue("{\"email\":\"%s\"}".formatted(email))
                        .exchange(),
                400,
                "malformed-request");
    }

    @Test
    void an_address_longer_than_any() {
        var email = "a@" + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(63) + "." + "e".repeat(63) + ".org";
        problem(
                signIn("{\"email\":\"%s\",\"password\":\"hunter2hunter2\"}".formatted(email)),
                400,
                "malformed-request");
    }

    @Test
    void a_large_body_that_tells_its_size() {
        problem(signIn("{\"email\":\"" + "a".repeat(17_000) + "\"}"), 413, "content-too-large");
    }

    @Test
    void a_large_body_that_does_not_tell_its_size() {
        var buffers = new DefaultDataBufferFactory();
        Flux<DataBuffer> endless =
                Flux.range(0, 40).map(part -> buffers.wrap("a".repeat(1_000).getBytes()));
        var answer = post("/v1/sign-ins")
                .body(BodyInserters.fromDataBuffers(endless))
                .exchange();
        problem(answer, 413, "content-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data"})
    void a_body_that_is_not_json(String type) {
        var answer = post("/v1/sign-ins")
                .contentType(MediaType.parseMediaType(type))
                .bodyValue("email=ann@example.org")
                .exchange();
        problem(answer, 415, "unsupported-media-type");
    }

    @Test
    void an_answer_nobody_can_give() {
        var answer = post("/v1/sign-ins")
                .accept(MediaType.APPLICATION_XML)
                .bodyValue("{\"email\":\"ann@example.org\",\"password\":\"hunter2hunter2\"}")
                .exchange();
        problem(answer, 406, "not-acceptable");
    }

    @Test
    void a_method_nobody_offers_is_told_with_those_on_offer() {
        var answer = http.put().uri("/v1/sign-ins").exchange();
        answer.expectHeader().valueEquals("Allow", "POST");
        problem(answer, 405, "method-not-allowed");
    }

    @ParameterizedTest
    @CsvSource({"GET, /nowhere", "POST, /nowhere", "GET, /v1/accounts/x/y", "DELETE, /v1/recoveries/x/y/z/"})
    void a_path_nobody_knows(HttpMethod method, String path) {
        var handle = tokens.recovery(
                "01890000-0000-7000-8000-000000000009", clock.instant().plusSeconds(60));
        problem(
                http.method(method)
                        .uri(path)
                        .header("Authorization", bearer(handle))
                        .exchange(),
                404,
                "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/account/totp/not-a-uuid", "/v1/account/devices/1", "/v1/account/sessions/ABC"})
    void an_id_that_is_none(String path) {
        var answer = change(HttpMethod.DELETE, path)
                .header("Authorization", bearer(holder()))
                .exchange();
        problem(answer, 400, "malformed-request");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | /v1/groups                                   | {}
            POST | /v1/groups                                   | {"name":""}
            POST | /v1/groups                                   | {"name":"see https://evil.example"}
            POST | /v1/groups/not-a-uuid/invitations            | {"email":"ann@example.org"}
            POST | /v1/groups/{id}/invitations                  | {"email":"nobody"}
            POST | /v1/groups/{id}/invitations/1/accept         | {}
            PUT  | /v1/groups/{id}/members/{id}/role            | {}
            PUT  | /v1/groups/{id}/members/{id}/role            | {"role":"owner"}
            POST | /v1/groups/{id}/members/{id}/recoveries      | {}
            POST | /v1/groups/{id}/members/{id}/recoveries      | {"reason":"   "}
            POST | /v1/groups/{id}/members/{id}/recoveries      | {"reason":"look at www.evil.example"}
            POST | /v1/groups/{id}/members/{id}/recoveries      | {"reason":"mine","waitingSeconds":0}
            POST | /v1/recoveries/{id}/credentials              | {"password":"a password of hers"}
            POST | /v1/recoveries/{id}/credentials              | {"token":"short","password":"a password of hers"}
            """)
    void what_a_group_cannot_use(String method, String path, String body) {
        var answer = change(HttpMethod.valueOf(method), path.replace("{id}", ID))
                .header("Authorization", bearer(holder()))
                .bodyValue(body)
                .exchange();
        problem(answer, 400, "malformed-request");
        assertThat(script.sent).isEmpty();
    }

    /** Nobody has a say in the waiting period or in how many must approve. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /v1/account/contacts                     | {}
            POST   | /v1/account/contacts                     | {"email":"max@example.org"}
            POST   | /v1/account/contacts                     | {"email":"nobody","name":"Max"}
            POST   | /v1/account/contacts                     | {"email":"max@example.org","name":"www.evil.example"}
            POST   | /v1/account/contacts                     | {"email":"max@example.org","name":"Max","approvals":1}
            DELETE | /v1/account/contacts/not-a-uuid          | {}
            POST   | /v1/people/{id}/contacts/1/accept        | {}
            DELETE | /v1/people/1/contacts/{id}               | {}
            POST   | /v1/people/{id}/recoveries/{id}/approve  | {}
            POST   | /v1/people/{id}/recoveries/{id}/approve  | {"code":"12345"}
            POST   | /v1/people/{id}/recoveries/{id}/approve  | {"code":"1234567"}
            POST   | /v1/people/{id}/recoveries/{id}/approve  | {"code":"abcdef"}
            POST   | /v1/people/{id}/recoveries/{id}/approve  | {"code":"123456","waitingSeconds":0}
            """)
    void what_a_recovery_contact_cannot_use(String method, String path, String body) {
        var answer = change(HttpMethod.valueOf(method), path.replace("{id}", ID))
                .header("Authorization", bearer(holder()))
                .bodyValue(body)
                .exchange();
        problem(answer, 400, "malformed-request");
        assertThat(script.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"waitingPeriod\":\"PT1H\"}", "{\"approvals\":1}", "[]", "1", "{"})
    void asking_contacts_takes_no_wishes(String body) {
        var handle = tokens.recovery(ID, clock.instant().plusSeconds(60));
        problem(
                post("/v1/recoveries/" + ID + "/contacts")
                        .header("Authorization", bearer(handle))
                        .bodyValue(body)
                        .exchange(),
                400,
                "malformed-request");
        assertThat(script.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1//accounts", "/v1/%2e%2e/accounts", "/v1/accounts;x=1", "/v1/accounts%00"})
    void a_path_that_hides_something(String path) {
        var answer = http.get()
                .uri(java.net.URI.create("http://127.0.0.1:" + port + path))
                .exchange();
        problem(answer, 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "123 456", "123-456", " 1 2 3 4 5 6 ", "１２３４５６", "123–456"})
    void a_code_as_people_type_it_is_understood(String typed) {
        script.deciding(new Refused(Reason.WRONG_PROOF));
        prove("totp", typed);
        assertThat(script.lastSent(ProveTotp.class).code().digits()).isEqualTo("123456");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BKU1-3Q16-FKG5-F1R6-QZV0",
                "bku1-3q16-fkg5-f1r6-qzvo",
                "3Q16FKG5F1R6QZV0",
                "BKU1 3QI6 FKG5 FlR6 QZVO",
                "ＢＫＵ１－３Ｑ１６－ＦＫＧ５－Ｆ１Ｒ６－ＱＺＶ０"
            })
    void a_backup_code_as_people_type_it_is_understood(String typed) {
        script.deciding(new Refused(Reason.WRONG_PROOF));
        prove("backup_code", typed);
        assertThat(script.lastSent(ProveBackupCode.class).code().slot()).isEqualTo(3);
    }

    @Test
    void a_wrong_check_symbol_is_refused_before_anything_is_done() {
        problem(prove("backup_code", "BKU1-3Q16-FKG5-F1R6-QZV1"), 400, "invalid-or-expired-proof");
        var answer = post("/v1/account/recovery-code/confirm")
                .header("Authorization", bearer(holder()))
                .bodyValue("{\"code\":\"RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVU\"}")
                .exchange();
        problem(answer, 400, "malformed-request");
        assertThat(script.sent).noneMatch(sent -> sent.getPayload() instanceof ActivateRecoveryCode);
        assertThat(script.sent).isEmpty();
    }

    private ResponseSpec prove(String factor, String code) {
        var handle = tokens.signIn(ID, Stage.ANN, clock.instant().plusSeconds(60));
        return post("/v1/sign-ins/" + ID + "/proofs")
                .header("Authorization", bearer(handle))
                .bodyValue("{\"factor\":\"%s\",\"code\":\"%s\"}".formatted(factor, code))
                .exchange();
    }
}
