package io.latchkey.api.account;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.DeviceProofs;
import io.latchkey.api.edge.Door;
import io.latchkey.api.token.Tokens;
import io.latchkey.command.AccountCommand;
import io.latchkey.command.BindDevice;
import io.latchkey.command.DeviceIsTrusted;
import io.latchkey.command.Done;
import io.latchkey.command.ForgetDevice;
import io.latchkey.command.RenameDevice;
import io.latchkey.command.TrustDevice;
import io.latchkey.query.accounts.Devices;
import io.latchkey.query.accounts.FindDevices;
import io.latchkey.value.DeviceId;
import io.latchkey.value.Ids;
import io.latchkey.value.Label;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/account/devices", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Devices")
class DeviceController {

    private final Messages messages;
    private final Tokens tokens;
    private final DeviceProofs proofs;
    private final Ids ids;

    DeviceController(Messages messages, Tokens tokens, DeviceProofs proofs, Ids ids) {
        this.messages = messages;
        this.tokens = tokens;
        this.proofs = proofs;
        this.ids = ids;
    }

    @GetMapping
    @Operation(operationId = "listDevices", summary = "The trusted devices")
    Mono<Devices> list(Caller caller) {
        return messages.ask(new FindDevices(caller.accountId().value()), Devices.class);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Parameter(
            name = DeviceProofs.HEADER,
            in = ParameterIn.HEADER,
            schema = @Schema(type = "string"),
            description = "Binds the key that made this proof (RFC 9449, with ath): see devices.md")
    @Operation(
            operationId = "trustDevice",
            summary = "Let this device stand in for the secret key",
            description = "Needs a proof not older than five minutes. The token ends after 90 days without use. With a"
                    + " DPoP header, which needs an authenticator on the account, the key in it is bound: after seven"
                    + " days it can reset the second factor and replace a lost secret key.")
    Mono<TrustedDevice> trust(Caller caller, @RequestBody Naming body, ServerWebExchange exchange) {
        return Door.HOLDER
                .expect(DeviceIsTrusted.class, messages.send(wish(caller, new Label(body.name()), exchange)))
                .map(trusted ->
                        new TrustedDevice(trusted.deviceId(), tokens.device(caller.accountId(), trusted.deviceId())));
    }

    @PatchMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "renameDevice", summary = "Give the device another name")
    Mono<Void> rename(Caller caller, @PathVariable String id, @RequestBody Naming body) {
        var wish = new RenameDevice(caller.accountId(), caller.sessionId(), new DeviceId(id), new Label(body.name()));
        return Door.HOLDER.expect(Done.class, messages.send(wish)).then();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "forgetDevice", summary = "End the trust in a device and its sessions")
    Mono<Void> forget(Caller caller, @PathVariable String id) {
        return Door.HOLDER
                .expect(
                        Done.class,
                        messages.send(new ForgetDevice(caller.accountId(), caller.sessionId(), new DeviceId(id))))
                .then();
    }

    private AccountCommand wish(Caller caller, Label name, ServerWebExchange exchange) {
        var id = new DeviceId(ids.next());
        return DeviceProofs.isOffered(exchange)
                ? new BindDevice(caller.accountId(), caller.sessionId(), id, name, proofs.of(exchange))
                : new TrustDevice(caller.accountId(), caller.sessionId(), id, name);
    }
}
