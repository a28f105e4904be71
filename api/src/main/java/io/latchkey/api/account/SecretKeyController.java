package io.latchkey.api.account;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.DeviceProofs;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.ShownOnce;
import io.latchkey.command.ReplaceSecretKey;
import io.latchkey.command.SecretKeyShown;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/account/secret-key", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Devices")
class SecretKeyController {

    private final Messages messages;
    private final DeviceProofs proofs;

    SecretKeyController(Messages messages, DeviceProofs proofs) {
        this.messages = messages;
        this.proofs = proofs;
    }

    @PostMapping
    @ShownOnce
    @ResponseStatus(HttpStatus.CREATED)
    @Parameter(
            name = DeviceProofs.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = "string"),
            description = "A proof by the key of the device this session began on (RFC 9449, with ath)")
    @Operation(
            operationId = "replaceSecretKey",
            summary = "Make a new secret key in place of a lost one",
            description = "On a bound device, with a proof of the second factor not older than five minutes. The key is"
                    + " shown in this answer only; the one before is dead and every other session ends.")
    Mono<NewSecretKey> replace(Caller caller, ServerWebExchange exchange) {
        var wish = new ReplaceSecretKey(caller.accountId(), caller.sessionId(), proofs.of(exchange));
        return Door.HOLDER
                .expect(SecretKeyShown.class, messages.send(wish))
                .map(shown -> new NewSecretKey(shown.secretKey()));
    }
}
