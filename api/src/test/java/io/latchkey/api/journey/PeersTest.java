package io.latchkey.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client.Answer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How services like this one were broken, tried on the running one. */
class PeersTest {

    private static final Client CLIENT = Running.CLIENT;

    @Test
    void a_hostile_host_does_not_get_into_a_mailed_link() throws IOException {
        var ann = Holder.registered(CLIENT);
        var answer = raw("POST /v1/recoveries HTTP/1.1", "{\"email\":\"" + ann.email + "\"}");

        assertThat(answer).startsWith("HTTP/1.1 202").doesNotContain("evil.example");
        CLIENT.mailedCode(ann.email, "mailbox proof");
        assertThat(CLIENT.mails(ann.email).toString())
                .contains(CLIENT.service + "/link#k=recovery")
                .doesNotContain("evil.example");
    }

    @Test
    void spellings_of_an_address_and_places_to_come_from_share_one_budget() {
        var ann = Holder.registered(CLIENT);
        var upper = ann.email.toUpperCase(Locale.ROOT);
        var spellings = new String[] {ann.email, upper, " " + ann.email + " ", "A" + ann.email.substring(1)};
        for (int i = 0; i < 12; i++) {
            var body = Client.JSON.writeValueAsString(
                    Map.of("email", spellings[i % spellings.length], "password", "guess number " + i));
            CLIENT.exchange(HttpRequest.newBuilder(URI.create(CLIENT.service + "/v1/sign-ins"))
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .header("Content-Type", "application/json")
                            .header("X-Forwarded-For", "203.0.113." + i)
                            .header("Forwarded", "for=203.0.113." + i)
                            .POST(BodyPublishers.ofString(body))
                            .build())
                    .expect(401);
        }
        assertThat(trail("type=SignInRefused&account=" + ann.accountId)
                        .body()
                        .path("records")
                        .size())
                .isEqualTo(5);
    }

    @Test
    void a_code_spent_at_one_door_is_spent_at_every_other() {
        var ann = Holder.protectedOne(CLIENT);
        var first = ann.backupCodes.pop();
        ann.keep(ann.prove(ann.signIn().expect(200), "backup_code", first)).expect(200);
        stepUp(ann, "backup_code", first).expect(400);
        ann.prove(ann.signIn().expect(200), "backup_code", first).expect(400);

        var second = ann.backupCodes.pop();
        ann.keep(stepUp(ann, "backup_code", second)).expect(200);
        ann.prove(ann.signIn().expect(200), "backup_code", second).expect(400);

        ann.prove(ann.signIn().expect(200), "totp", ann.enrolmentCode).expect(400);
        stepUp(ann, "totp", ann.enrolmentCode).expect(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor=%00",
                "type=a%00b",
                "correlation=%01",
                "reason=%ED%A0%80",
                "from=%2B999999999-12-31T23:59:59Z",
                "to=-999999999-01-01T00:00:00Z",
                "from=0001-01-01T00:00:00Z",
                "to=9999-12-31T23:59:59Z",
                "after=YjE6OTk5OTk5OTk5OTk5OTk5OTk6OTk5OTk5OTk5OTk5OTk5OTk5",
                "after=YjE6LTk5OTk5OTk5OTk5OTk5OTk5OjA",
                "follow=true&after=ZjE6OTk5OTk5OTk5OTk5OTk5OTk5"
            })
    void a_question_no_database_likes_is_answered_or_malformed_and_never_an_error(String question) {
        assertThat(trail(question).status()).isIn(200, 400);
    }

    @Test
    void a_reason_that_is_no_text_is_malformed() {
        CLIENT.send(
                        "POST",
                        "/v1/security/replays",
                        Running.staff().access,
                        "{\"reason\":\"half a pair \\ud800\"}",
                        UUID.randomUUID().toString())
                .expect(400);
    }

    private static Answer stepUp(Holder holder, String factor, String code) {
        return CLIENT.post("/v1/sessions/current/step-up", holder.access, Map.of("factor", factor, "code", code));
    }

    private static Answer trail(String question) {
        return CLIENT.get("/v1/audit/events?" + question, Running.staff().access);
    }

    /** The client of the JDK would not send such a Host. */
    private static String raw(String request, String body) throws IOException {
        try (var socket = new Socket(CLIENT.service.getHost(), CLIENT.service.getPort())) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var head = String.join(
                    "\r\n",
                    request,
                    "Host: evil.example",
                    "Forwarded: host=evil.example;proto=https",
                    "X-Forwarded-Host: evil.example",
                    "X-Forwarded-Proto: https",
                    "X-Forwarded-Prefix: //evil.example",
                    "X-Original-Host: evil.example",
                    "Origin: https://evil.example",
                    "Referer: https://evil.example/",
                    "Idempotency-Key: " + UUID.randomUUID(),
                    "Content-Type: application/json",
                    "Content-Length: " + bytes.length,
                    "Connection: close",
                    "",
                    "");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
