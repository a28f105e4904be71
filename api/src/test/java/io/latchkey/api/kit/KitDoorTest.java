package io.latchkey.api.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.stage.OnStage;
import io.latchkey.api.stage.Stage;
import io.latchkey.command.MakeRecoveryKit;
import io.latchkey.command.Refused;
import io.latchkey.command.SecretsDelivered;
import io.latchkey.event.Reason;
import io.latchkey.query.accounts.AccountOverview;
import io.latchkey.query.accounts.BackupCodesLine;
import io.latchkey.query.accounts.FindAccount;
import io.latchkey.query.accounts.RecoveryCodeLine;
import io.latchkey.value.KitFormat;
import io.latchkey.value.RecoveryCode;
import io.latchkey.value.SessionId;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class KitDoorTest extends OnStage {

    private static final String BODY = "{\"recoveryCode\":\"" + Samples.CODE + "\",\"label\":\"home\"}";

    @BeforeEach
    void ann_has_made_a_code() {
        script.deciding(Samples.ALLOWED);
        script.answering(
                FindAccount.class,
                asked -> new AccountOverview(
                        asked.accountId(),
                        "a***@e***.org",
                        "Ann",
                        true,
                        true,
                        false,
                        List.of(),
                        new BackupCodesLine(null, 0, false, null, null),
                        new RecoveryCodeLine("active", null, null),
                        1,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null));
    }

    private ResponseSpec ask(String accept, String body) {
        return post("/v1/account/recovery-kit")
                .header("Authorization", bearer(holder()))
                .header("Accept", accept)
                .bodyValue(body)
                .exchange();
    }

    @Nested
    class Gives {

        @ParameterizedTest
        @CsvSource({
            "application/json, application/json, recovery-kit.json",
            "text/plain, text/plain;charset=UTF-8, recovery-kit.txt",
            "application/pdf, application/pdf, recovery-kit.pdf"
        })
        void a_file_that_is_not_kept_and_has_a_harmless_name(String accept, String type, String name) {
            ask(accept, BODY)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("Content-Type", type)
                    .expectHeader()
                    .valueEquals("Cache-Control", "no-store")
                    .expectHeader()
                    .valueEquals("Content-Disposition", "attachment; filename=\"" + name + "\"");
        }

        @Test
        void json_to_who_does_not_choose() {
            ask("*/*", BODY)
                    .expectBody()
                    .jsonPath("$.recoveryCode")
                    .isEqualTo(Samples.CODE)
                    .jsonPath("$.account")
                    .isEqualTo("a***@e***.org")
                    .jsonPath("$.madeOn")
                    .isEqualTo("2026-11-26")
                    .jsonPath("$.label")
                    .isEqualTo("home");
        }

        @Test
        void a_kit_without_label_and_for_a_code_as_people_type_it() {
            ask("*/*", "{\"recoveryCode\":\"rcu1 8f4d rdgq s648 d4sk 4ce7 6eqz davy\"}")
                    .expectBody()
                    .jsonPath("$.recoveryCode")
                    .isEqualTo(Samples.CODE)
                    .jsonPath("$.label")
                    .doesNotExist();
            assertThat(script.lastSent(MakeRecoveryKit.class))
                    .isEqualTo(new MakeRecoveryKit(
                            Stage.ANN, new SessionId(SESSION), new RecoveryCode(Samples.CODE), KitFormat.JSON));
        }
    }

    @Nested
    class Refuses {

        @Test
        void a_form_it_does_not_know_before_anything_is_asked() {
            ask("image/png", BODY)
                    .expectStatus()
                    .isEqualTo(406)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:latchkey:problem:not-acceptable");
            assertThat(script.sent).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"WRONG_PROOF", "EXPIRED", "FLOW_DEAD"})
        void a_wrong_code_an_old_one_and_one_too_many_with_one_face(Reason reason) {
            script.deciding(new Refused(reason));
            var faces = new HashSet<String>();
            for (var accept : List.of("application/json", "text/plain", "application/pdf")) {
                var body = ask(accept, BODY)
                        .expectStatus()
                        .isBadRequest()
                        .expectHeader()
                        .contentType("application/problem+json")
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
                faces.add(body.replaceAll("\"correlationId\":\"[^\"]*\"", ""));
            }
            assertThat(faces)
                    .singleElement()
                    .asString()
                    .contains("invalid-or-expired-proof")
                    .doesNotContain(Samples.CODE);
        }

        @Test
        void a_repeated_request() {
            script.deciding(new SecretsDelivered());
            ask("application/pdf", BODY)
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:latchkey:problem:secret-already-delivered");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"recoveryCode\":null}",
                    "{\"recoveryCode\":\"\"}",
                    "{\"recoveryCode\":\"RCU1-8F4D\"}",
                    "{\"recoveryCode\":\"RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVX\"}",
                    "{\"recoveryCode\":\"" + Samples.CODE + "\",\"label\":\"\"}",
                    "{\"recoveryCode\":\"" + Samples.CODE + "\",\"label\":\"see http://evil.example\"}",
                    "{\"recoveryCode\":\"" + Samples.CODE + "\",\"label\":\"two\\nlines\"}",
                    "{\"recoveryCode\":\"" + Samples.CODE + "\",\"label\":7}",
                    "{\"recoveryCode\":\"" + Samples.CODE + "\",\"account\":\"eve\"}"
                })
        void a_body_that_cannot_be_meant(String body) {
            ask("application/pdf", body)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody(String.class)
                    .value(problem -> assertThat(problem).doesNotContain("8F4D", "evil"));
            assertThat(script.sent).isEmpty();
        }
    }
}
