package io.latchkey.api.stage;

import io.latchkey.MovableClock;
import io.latchkey.api.token.Tokens;
import io.latchkey.command.SessionGrant;
import io.latchkey.event.SessionKind;
import io.latchkey.value.Factor;
import io.latchkey.value.Role;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;

/** A test that speaks HTTP to the edge. */
@Staged
public abstract class OnStage {

    protected static final String SESSION = "01890000-0000-7000-8000-00000000005e";

    @Autowired
    protected Script script;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected Tokens tokens;

    @LocalServerPort
    protected int port;

    protected WebTestClient http;

    @BeforeEach
    void enter() {
        script.reset();
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    protected RequestBodySpec change(HttpMethod method, String path) {
        return http.method(method)
                .uri(path)
                .header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .contentType(MediaType.APPLICATION_JSON);
    }

    protected RequestBodySpec post(String path) {
        return change(HttpMethod.POST, path);
    }

    protected static String bearer(String token) {
        return "Bearer " + token;
    }

    protected String holder(Role... roles) {
        return tokens.session(grant(SessionKind.FULL, roles)).access();
    }

    protected String recovering() {
        return tokens.session(grant(SessionKind.RECOVERY)).access();
    }

    protected SessionGrant grant(SessionKind kind, Role... roles) {
        return new SessionGrant(
                Stage.ANN.value(),
                SESSION,
                1,
                kind,
                kind == SessionKind.FULL ? 2 : 1,
                List.of(Factor.PASSWORD, Factor.TOTP),
                List.of(roles),
                clock.instant(),
                clock.instant().plus(Duration.ofHours(24)));
    }
}
