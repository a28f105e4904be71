package io.latchkey.api.account;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.api.token.Tokens;
import io.latchkey.command.DeviceIsTrusted;
import io.latchkey.command.Done;
import io.latchkey.command.ForgetDevice;
import io.latchkey.command.TrustDevice;
import io.latchkey.query.accounts.Devices;
import io.latchkey.query.accounts.FindDevices;
import io.latchkey.value.DeviceId;
import io.latchkey.value.Ids;
import io.latchkey.value.Label;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/account/devices", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Devices")
class DeviceController {

    private final Messages messages;
    private final Tokens tokens;
    private final Ids ids;

    DeviceController(Messages messages, Tokens tokens, Ids ids) {
        this.messages = messages;
        this.tokens = tokens;
        this.ids = ids;
    }

    @GetMapping
    @Operation(operationId = "listDevices", summary = "The trusted devices")
    Mono<Devices> list(Caller caller) {
        return messages.ask(new FindDevices(caller.accountId().value()), Devices.class);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "trustDevice",
            summary = "Let this device stand in for the secret key",
            description = "Needs a proof not older than five minutes. The token ends after 90 days without use.")
    Mono<TrustedDevice> trust(Caller caller, @RequestBody Naming body) {
        var deviceId = new DeviceId(ids.next());
        var wish = new TrustDevice(caller.accountId(), caller.sessionId(), deviceId, new Label(body.name()));
        return Door.HOLDER
                .expect(DeviceIsTrusted.class, messages.send(wish))
                .map(trusted ->
                        new TrustedDevice(trusted.deviceId(), tokens.device(caller.accountId(), trusted.deviceId())));
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
}
