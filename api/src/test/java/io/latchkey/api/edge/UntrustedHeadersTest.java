package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.stage.Desk;
import io.latchkey.api.stage.OnStage;
import io.latchkey.api.stage.Stage;
import io.latchkey.command.Refused;
import io.latchkey.event.Reason;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;

/** Only the token, the body and the Idempotency-Key have a say; every other header and every cookie changes nothing. */
class UntrustedHeadersTest extends OnStage {

    private static final String ID = "01890000-0000-7000-8000-000000000009";
    private static final List<String> NAMES = List.of(
            "Cookie",
            "Host",
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix",
            "X-Forwarded-User",
            "X-Forwarded-Client-Cert",
            "X-Real-IP",
            "X-Client-IP",
            "True-Client-IP",
            "CF-Connecting-IP",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-HTTP-Method-Override",
            "X-HTTP-Method",
            "X-Method-Override",
            "X-Remote-User",
            "Remote-User",
            "X-User",
            "X-User-Id",
            "X-Account-Id",
            "X-Role",
            "X-Roles",
            "X-Admin",
            "X-Internal",
            "X-Debug",
            "X-Skip-Otp",
            "X-Otp-Required",
            "X-Mfa",
            "X-2FA",
            "X-Acr",
            "X-Amr",
            "X-Tenant",
            "X-Api-Key",
            "X-Auth-Token",
            "X-CSRF-Token",
            "X-Requested-With",
            "Proxy-Authorization",
            "DPoP",
            "Origin",
            "Referer",
            "From",
            "User-Agent",
            "Via",
            "Trace-Id",
            "traceparent",
            "X-Correlation-Id",
            "Upgrade-Insecure-Requests",
            "Prefer",
            "Accept-Language",
            "Save-Data");
    private static final List<String> VALUES = List.of(
            "true",
            "1",
            "admin",
            "127.0.0.1",
            "evil.example",
            "/v1/staff",
            "GET",
            "a=b; session=" + ID,
            "mfa=done; otp_skip=1; JSESSIONID=x; SESSION=y",
            "for=127.0.0.1;host=evil.example;proto=https",
            "' or 1=1 --",
            Stage.ANN.value(),
            "null");

    private record Request(HttpMethod method, String path, String token, String body) {}

    @Autowired
    private ApplicationContext context;

    private Desk desk;

    private String outcome(Request request, Map<String, String> more) {
        script.sent.clear();
        var headers = new HashMap<>(more);
        if (!request.token.isEmpty()) {
            headers.put("Authorization", bearer(request.token));
        }
        var answer = desk.ask(request.method, request.path, request.body.getBytes(StandardCharsets.UTF_8), headers);
        var asked = script.sent.stream().map(wish -> wish.getPayload()).toList();
        return answer.status() + answer.body().replaceAll("\"correlationId\":\"[^\"]*\"", "") + asked;
    }

    @Test
    void no_header_and_no_cookie_changes_an_outcome() {
        desk = new Desk(context);
        script.deciding(new Refused(Reason.WRONG_PROOF));
        var soon = clock.instant().plusSeconds(60);
        var requests = List.of(
                new Request(
                        HttpMethod.POST,
                        "/v1/sign-ins/" + ID + "/proofs",
                        tokens.signIn(ID, Stage.ANN, soon),
                        "{\"factor\":\"totp\",\"code\":\"123456\"}"),
                new Request(HttpMethod.GET, "/v1/account", "", ""),
                new Request(HttpMethod.PUT, "/v1/staff/" + ID + "/roles/admin", holder(), ""),
                new Request(HttpMethod.DELETE, "/v1/recoveries/" + Stage.ANN.value(), tokens.recovery(ID, soon), ""),
                new Request(HttpMethod.DELETE, "/v1/account", recovering(), ""));
        var random = new Random(7);
        requests.forEach(request -> {
            var plain = outcome(request, Map.of());
            Stream.concat(
                            NAMES.stream(),
                            Stream.generate(() -> "X-" + word(random)).limit(20))
                    .forEach(name -> {
                        var value = VALUES.get(random.nextInt(VALUES.size()));
                        assertThat(outcome(request, Map.of(name, value)))
                                .as(name + ": " + value)
                                .isEqualTo(plain);
                    });
            var all = new HashMap<String, String>();
            NAMES.stream()
                    .filter(name -> !name.equals("Host"))
                    .forEach(name -> all.put(name, VALUES.get(random.nextInt(VALUES.size()))));
            assertThat(outcome(request, all)).isEqualTo(plain);
        });
    }

    private static String word(Random random) {
        return random.ints(8, 'a', 'z')
                .collect(StringBuilder::new, (word, c) -> word.append((char) c), (a, b) -> {})
                .toString();
    }
}
