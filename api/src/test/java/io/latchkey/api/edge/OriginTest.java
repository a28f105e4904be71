package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.stage.OnStage;
import io.latchkey.api.stage.Stage;
import io.latchkey.event.Origin;
import io.latchkey.secret.Hashing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

class OriginTest extends OnStage {

    private static final String PATH = "/v1/accounts/01890000-0000-7000-8000-000000000009/mailbox/resend";

    @Autowired
    private Hashing hashing;

    @Test
    void a_stranger_cannot_choose_the_address() {
        post(PATH)
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9;host=evil.example;proto=https")
                .header("X-Real-IP", "203.0.113.9")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/v2")
                .exchange()
                .expectStatus()
                .isAccepted();

        assertThat(script.sent.getLast().getMetaData())
                .containsEntry(Origin.CLIENT_KEY, hashing.client("127.0.0.1"))
                .containsEntry(Origin.ACTOR, "anonymous")
                .containsEntry(Origin.ACTOR_ROLE, "anonymous")
                .containsEntry(Origin.CLIENT, "sealed for client:2026-11");
    }

    @Test
    void a_stranger_cannot_choose_the_correlation_id() {
        var id = post(PATH)
                .header("X-Correlation-Id", "mine")
                .exchange()
                .returnResult(Void.class)
                .getResponseHeaders()
                .get("X-Correlation-Id");

        assertThat(id).hasSize(1).doesNotContain("mine");
        assertThat(script.sent.getLast().getMetaData()).containsEntry(Origin.CORRELATION_ID, id.getFirst());
    }

    @Test
    void the_id_of_a_problem_is_the_id_of_its_answer_and_of_its_event() {
        script.deciding(new io.latchkey.command.Refused(io.latchkey.event.Reason.WRONG_PROOF));
        var answer = post("/v1/accounts/01890000-0000-7000-8000-000000000009/mailbox/verify")
                .bodyValue("{\"code\":\"12345678\"}")
                .exchange()
                .returnResult(String.class);

        var id = answer.getResponseHeaders().getFirst("X-Correlation-Id");
        assertThat(answer.getResponseBody().blockFirst()).contains("\"correlationId\":\"" + id + "\"");
        assertThat(script.sent.getLast().getMetaData()).containsEntry(Origin.CORRELATION_ID, id);
    }

    @Test
    void a_holder_is_named() {
        change(HttpMethod.DELETE, "/v1/account/sessions")
                .header("Authorization", bearer(holder()))
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(script.sent.getLast().getMetaData())
                .containsEntry(Origin.ACTOR, Stage.ANN.value())
                .containsEntry(Origin.ACTOR_ROLE, "holder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "latchkey.example@evil.example", "127.0.0.1:1"})
    void no_host_header_gets_into_the_document(String host) {
        http.get()
                .uri("/v3/api-docs")
                .header("Host", host)
                .header("X-Forwarded-Host", host)
                .exchange()
                .expectBody(String.class)
                .value(document -> assertThat(document).contains(Stage.BASE).doesNotContain("evil.example"));
    }

    @Test
    void every_answer_has_its_headers() {
        for (var path : new String[] {"/v1/account", "/nowhere", "/v1/staff"}) {
            http.get()
                    .uri(path)
                    .exchange()
                    .expectHeader()
                    .valueEquals("Cache-Control", "no-store")
                    .expectHeader()
                    .valueEquals("X-Content-Type-Options", "nosniff")
                    .expectHeader()
                    .valueEquals("Referrer-Policy", "no-referrer")
                    .expectHeader()
                    .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                    .expectHeader()
                    .valueMatches("Strict-Transport-Security", "max-age=.*")
                    .expectHeader()
                    .doesNotExist("Server");
        }
    }

    @Test
    void the_keys_are_public_cacheable_and_hold_nothing_private() {
        http.get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=300, public")
                .expectBody()
                .jsonPath("$.keys[0].d")
                .doesNotExist()
                .jsonPath("$.keys[0].use")
                .isEqualTo("sig")
                .jsonPath("$.keys[0].alg")
                .isEqualTo("ES256")
                .jsonPath("$.keys[0].kid")
                .exists();
    }
}
