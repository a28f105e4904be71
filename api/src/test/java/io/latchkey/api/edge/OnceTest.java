package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.stage.OnStage;
import io.latchkey.command.Done;
import io.latchkey.command.KeyReused;
import io.latchkey.command.RecoveryCodeShown;
import io.latchkey.event.Origin;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

class OnceTest extends OnStage {

    private static final String KEY = "\"8e03978e-40d5-43e8-bc93-6894a57f9324\"";
    private static final String PATH = "/v1/accounts/01890000-0000-7000-8000-000000000009/mailbox/verify";

    private void send(String key, String body, int status) {
        http.post()
                .uri(PATH)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private Object lastKey() {
        return script.sent.getLast().getMetaData().get(Origin.IDEMPOTENCY_KEY);
    }

    private Object lastDigest() {
        return script.sent.getLast().getMetaData().get(Origin.REQUEST_DIGEST);
    }

    @Nested
    class Refused {

        @Test
        void a_change_without_key() {
            http.post()
                    .uri(PATH)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{}")
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("Idempotency-Key");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "short",
                    "\"\"",
                    "\"with a space in the key\"",
                    "\"quote\"in the middle\"",
                    "'; drop table x"
                })
        void a_key_that_is_none(String key) {
            send(key, "{\"code\":\"12345678\"}", 400);
            assertThat(script.sent).isEmpty();
        }

        @Test
        void a_key_without_end() {
            send("k".repeat(129), "{\"code\":\"12345678\"}", 400);
        }

        @Test
        void two_keys() {
            http.method(HttpMethod.POST)
                    .uri(PATH)
                    .header("Idempotency-Key", KEY, "\"another-key-of-good-length\"")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"code\":\"12345678\"}")
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }

        @Test
        void a_key_used_with_another_request() {
            script.deciding(new KeyReused());
            http.post()
                    .uri(PATH)
                    .header("Idempotency-Key", KEY)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"code\":\"12345678\"}")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:latchkey:problem:idempotency-key-reused");
        }

        @Test
        void a_reused_key_also_where_the_answer_keeps_silent() {
            script.deciding(new KeyReused());
            post("/v1/accounts/01890000-0000-7000-8000-000000000009/mailbox/resend")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(422);
        }
    }

    @Test
    void the_same_key_quoted_or_bare_is_the_same() {
        send(KEY, "{\"code\":\"12345678\"}", 204);
        var quoted = lastKey();
        send(KEY.replace("\"", ""), "{\"code\":\"12345678\"}", 204);
        assertThat(lastKey()).isEqualTo(quoted);
    }

    @Test
    void the_body_is_told_by_a_keyed_digest() {
        send(KEY, "{\"code\":\"12345678\"}", 204);
        var key = lastKey();
        var digest = lastDigest();
        send(KEY, "{\"code\":\"12345679\"}", 204);

        assertThat(lastKey()).isEqualTo(key);
        assertThat(lastDigest()).isNotEqualTo(digest);
        assertThat(digest.toString()).doesNotContain("12345678").hasSize(43);
        assertThat(key.toString()).doesNotContain("8e03978e").hasSize(43);
    }

    @Test
    void the_same_key_of_another_caller_or_on_another_route_is_another() {
        send(KEY, "{\"code\":\"12345678\"}", 204);
        var anonymous = lastKey();
        http.method(HttpMethod.DELETE)
                .uri("/v1/account/recovery-code")
                .header("Idempotency-Key", KEY)
                .header("Authorization", bearer(holder()))
                .exchange();
        var holders = lastKey();
        http.method(HttpMethod.DELETE)
                .uri("/v1/account/sessions")
                .header("Idempotency-Key", KEY)
                .header("Authorization", bearer(holder()))
                .exchange();

        assertThat(List.of(anonymous, holders, lastKey())).doesNotHaveDuplicates();
    }

    @Nested
    class FiftyAtOnce {

        private final WebClient client = WebClient.create("http://127.0.0.1:" + port);

        private Map<Integer, Long> statuses(String path, String token, String body) {
            var key = "\"" + UUID.randomUUID() + "\"";
            return Flux.range(0, 50)
                    .flatMap(
                            each -> client.post()
                                    .uri(path)
                                    .header("Idempotency-Key", key)
                                    .header("Authorization", token)
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .bodyValue(body)
                                    .exchangeToMono(answer -> answer.releaseBody()
                                            .thenReturn(answer.statusCode().value())),
                            50)
                    .collectList()
                    .block()
                    .stream()
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        }

        private void slowly() {
            try {
                new CountDownLatch(1).await(1500, TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Test
        void are_one_command_and_one_answer() {
            script.deciding(wish -> {
                slowly();
                return new Done();
            });

            assertThat(statuses(PATH, "", "{\"code\":\"12345678\"}")).containsExactly(Map.entry(204, 50L));
            assertThat(script.sent).hasSize(1);
        }

        @Test
        void see_a_secret_once() {
            script.deciding(wish -> {
                slowly();
                return new RecoveryCodeShown("RCU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY");
            });

            assertThat(statuses("/v1/account/recovery-code", bearer(holder()), ""))
                    .containsOnly(Map.entry(201, 1L), Map.entry(409, 49L));
            assertThat(script.sent).hasSize(1);
        }
    }
}
