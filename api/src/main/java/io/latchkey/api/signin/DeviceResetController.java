package io.latchkey.api.signin;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.DeviceProofs;
import io.latchkey.api.edge.Door;
import io.latchkey.api.token.SignInHandle;
import io.latchkey.command.ResetSecondFactor;
import io.latchkey.command.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/sign-ins", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Signing in")
class DeviceResetController {

    private final Messages messages;
    private final DeviceProofs proofs;
    private final SessionAnswers answers;

    DeviceResetController(Messages messages, DeviceProofs proofs, SessionAnswers answers) {
        this.messages = messages;
        this.proofs = proofs;
        this.answers = answers;
    }

    @PostMapping("/{id}/device-reset")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The sign-in; the handle must be its own")
    @Parameter(
            name = DeviceProofs.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = "string"),
            description = "A proof by the key of the device this sign-in began on (RFC 9449, with ath)")
    @Operation(
            operationId = "resetSecondFactorByDevice",
            summary = "Reset the second factor at once, on a bound device",
            description = "Authenticators and backup codes go and every session ends. Answers with a recovery session"
                    + " (scope recovery:bind, 15 minutes) to set up an authenticator anew. Every refusal looks the"
                    + " same.")
    Mono<SessionAnswer> reset(SignInHandle handle, ServerWebExchange exchange) {
        var wish = new ResetSecondFactor(handle.accountId(), handle.signInId(), proofs.of(exchange));
        return Door.PROOF.expect(SignedIn.class, messages.send(wish)).map(answers::of);
    }
}
