package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Device;
import io.latchkey.api.stage.OnStage;
import io.latchkey.api.stage.Stage;
import io.latchkey.command.BindDevice;
import io.latchkey.command.DeviceIsTrusted;
import io.latchkey.command.DeviceProof;
import io.latchkey.command.Refused;
import io.latchkey.command.ReplaceSecretKey;
import io.latchkey.command.ResetSecondFactor;
import io.latchkey.command.SecretKeyShown;
import io.latchkey.command.TrustDevice;
import io.latchkey.event.Reason;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;

/** What of a request becomes a proof, and what of it has no say. */
class DeviceProofsTest extends OnStage {

    private static final String ID = "01890000-0000-7000-8000-000000000009";
    private static final String SECRET_KEY = "/v1/account/secret-key";
    private static final String RESET = "/v1/sign-ins/" + ID + "/device-reset";

    private final Device laptop = new Device();

    private DeviceProof asked(String path, Consumer<HttpHeaders> headers) {
        script.deciding(new Refused(Reason.WRONG_PROOF));
        post(path).headers(headers).exchange().expectStatus().isBadRequest();
        return switch (script.sent.getLast().getPayload()) {
            case ResetSecondFactor wish -> wish.proof();
            case ReplaceSecretKey wish -> wish.proof();
            case BindDevice wish -> wish.proof();
            case Object other -> throw new AssertionError(other);
        };
    }

    private String proof(String path, String token) {
        return laptop.proof("POST", Stage.BASE + path, token, clock.instant());
    }

    private String handle() {
        return tokens.signIn(ID, Stage.ANN, clock.instant().plusSeconds(60));
    }

    private static Consumer<HttpHeaders> with(String token, String... proofs) {
        return headers -> {
            headers.setBearerAuth(token);
            for (var proof : proofs) {
                headers.add("DPoP", proof);
            }
        };
    }

    @Test
    void one_good_header_is_a_proof_of_its_key_at_each_door() {
        var handle = handle();
        assertThat(asked(RESET, with(handle, proof(RESET, handle))).thumbprint())
                .isEqualTo(laptop.thumbprint());
        var access = holder();
        assertThat(asked(SECRET_KEY, with(access, proof(SECRET_KEY, access))).thumbprint())
                .isEqualTo(laptop.thumbprint());
    }

    @Test
    void none_two_empty_ones_or_two_in_one_prove_nothing() {
        var access = holder();
        var good = proof(SECRET_KEY, access);

        assertThat(asked(SECRET_KEY, with(access))).isNull();
        assertThat(asked(SECRET_KEY, with(access, good, good))).isNull();
        assertThat(asked(SECRET_KEY, with(access, ""))).isNull();
        assertThat(asked(SECRET_KEY, with(access, good + ", " + good))).isNull();
    }

    @Test
    void a_proof_of_another_door_method_or_session_proves_nothing() {
        var access = holder();

        assertThat(asked(SECRET_KEY, with(access, proof("/v1/account/devices", access))))
                .isNull();
        assertThat(asked(SECRET_KEY, with(access, laptop.proof("GET", Stage.BASE + SECRET_KEY, access))))
                .isNull();
        assertThat(asked(SECRET_KEY, with(access, proof(SECRET_KEY, holder(io.latchkey.value.Role.ADMIN)))))
                .isNull();
    }

    @Test
    void the_address_is_the_configured_one_whatever_the_headers_say() {
        var access = holder();
        var evil = laptop.proof("POST", "https://evil.example" + SECRET_KEY, access);
        for (var header : Map.of(
                        "Host", "evil.example",
                        "X-Forwarded-Host", "evil.example",
                        "Forwarded", "host=evil.example;proto=https",
                        "X-Forwarded-Prefix", "https://evil.example")
                .entrySet()) {
            assertThat(asked(SECRET_KEY, headers -> {
                        with(access, evil).accept(headers);
                        headers.set(header.getKey(), header.getValue());
                    }))
                    .as(header.getKey())
                    .isNull();
        }
        var here = laptop.proof("POST", "http://127.0.0.1:" + port + SECRET_KEY, access);
        assertThat(asked(SECRET_KEY, with(access, here))).isNull();
    }

    @Test
    void a_device_is_bound_with_the_header_and_trusted_without() {
        script.deciding(new DeviceIsTrusted(ID));
        var access = holder();
        trust(access).exchange().expectStatus().isCreated();
        script.lastSent(TrustDevice.class);

        trust(access).header("DPoP", "nonsense").exchange().expectStatus().isCreated();
        assertThat(script.lastSent(BindDevice.class).proof()).isNull();
        trust(access)
                .header("DPoP", proof("/v1/account/devices", access))
                .exchange()
                .expectStatus()
                .isCreated();
        assertThat(script.lastSent(BindDevice.class).proof().thumbprint()).isEqualTo(laptop.thumbprint());
    }

    private RequestHeadersSpec<?> trust(String access) {
        return post("/v1/account/devices").bodyValue("{\"name\":\"laptop\"}").header("Authorization", bearer(access));
    }

    @Test
    void a_new_secret_key_is_shown_once() {
        script.deciding(new SecretKeyShown("SKU1-8F4D-RDGQ-S648-D4SK-4CE7-6EQZ-DAVY"));
        var access = holder();
        var key = UUID.randomUUID().toString();
        shown(access, key)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.secretKey")
                .isNotEmpty();
        shown(access, key)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:latchkey:problem:secret-already-delivered");
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec shown(String access, String key) {
        if (!script.sent.isEmpty()) {
            script.deciding(new io.latchkey.command.SecretsDelivered());
        }
        return http.method(HttpMethod.POST)
                .uri(SECRET_KEY)
                .header("Idempotency-Key", key)
                .header("Authorization", bearer(access))
                .header("DPoP", proof(SECRET_KEY, access))
                .exchange();
    }
}
