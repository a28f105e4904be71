package io.latchkey.api.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Client;
import io.latchkey.api.stage.OnStage;
import io.latchkey.api.stage.Stage;
import io.latchkey.command.Limits;
import io.latchkey.command.SecondFactorNeeded;
import io.latchkey.command.SignIn;
import io.latchkey.value.DeviceId;
import io.latchkey.value.Factor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceTokenTest extends OnStage {

    private static final String ID = "01890000-0000-7000-8000-000000000009";

    /** The answer's token, and the device that the account was told of. */
    private String signIn(String deviceToken, DeviceId told) {
        script.deciding(
                new SecondFactorNeeded(ID, List.of(Factor.TOTP), clock.instant().plusSeconds(60)));
        var body = Map.of("email", "ann@example.org", "password", "a password", "deviceToken", deviceToken);
        var answer = post("/v1/sign-ins")
                .bodyValue(Client.JSON.writeValueAsString(body))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(script.lastSent(SignIn.class).deviceId()).isEqualTo(told);
        return Client.JSON.readTree(answer).path("deviceToken").asString("");
    }

    @Test
    void one_in_use_is_renewed_at_each_sign_in_and_one_unused_for_ninety_days_is_no_device() {
        var device = new DeviceId(ID);
        var first = tokens.device(Stage.ANN, ID);
        clock.pass(Limits.DEVICE_UNUSED.minus(Duration.ofDays(1)));
        var second = signIn(first, device);
        clock.pass(Duration.ofDays(2));

        assertThat(signIn(second, device)).isNotEmpty().isNotEqualTo(second);
        assertThat(signIn(first, null)).isEmpty();
        assertThat(signIn(tokens.device(Stage.DECOY, ID), null)).isEmpty();
    }
}
