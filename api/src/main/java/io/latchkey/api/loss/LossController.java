package io.latchkey.api.loss;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.command.AccountCommand;
import io.latchkey.command.Done;
import io.latchkey.command.ResumeAuthenticator;
import io.latchkey.command.ResumeDevice;
import io.latchkey.command.SuspendAuthenticator;
import io.latchkey.command.SuspendDevice;
import io.latchkey.command.UnfreezeAccount;
import io.latchkey.value.AuthenticatorId;
import io.latchkey.value.DeviceId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/account", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Losses")
class LossController {

    private final Messages messages;

    LossController(Messages messages) {
        this.messages = messages;
    }

    @PostMapping("/totp/{id}/suspend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "suspendTotp",
            summary = "Report an authenticator lost",
            description = "In a session of any strength, also a recovery session. Its codes sign nobody in, every other"
                    + " session ends, and the account asks for a second factor as before.")
    Mono<Void> suspendTotp(Caller caller, @PathVariable String id) {
        return done(new SuspendAuthenticator(caller.accountId(), caller.sessionId(), new AuthenticatorId(id)));
    }

    @PostMapping("/totp/{id}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "resumeTotp",
            summary = "Let a suspended authenticator count again",
            description = "Needs a proof not older than five minutes, by something that is not suspended.")
    Mono<Void> resumeTotp(Caller caller, @PathVariable String id) {
        return done(new ResumeAuthenticator(caller.accountId(), caller.sessionId(), new AuthenticatorId(id)));
    }

    @PostMapping("/devices/{id}/suspend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "suspendDevice",
            summary = "Report a trusted device lost",
            description =
                    "In a session of any strength, also a recovery session. Its sessions end, and it stands in for"
                            + " the secret key no more.")
    Mono<Void> suspendDevice(Caller caller, @PathVariable String id) {
        return done(new SuspendDevice(caller.accountId(), caller.sessionId(), new DeviceId(id)));
    }

    @PostMapping("/devices/{id}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "resumeDevice",
            summary = "Trust a suspended device again",
            description = "Needs a proof not older than five minutes.")
    Mono<Void> resumeDevice(Caller caller, @PathVariable String id) {
        return done(new ResumeDevice(caller.accountId(), caller.sessionId(), new DeviceId(id)));
    }

    @PostMapping("/unfreeze")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "unfreezeAccount",
            summary = "Open the ways of recovery again",
            description =
                    "Needs a proof of the second factor not older than five minutes; the password does not do, even"
                            + " where it is all that the account has: 409, and support can help.")
    Mono<Void> unfreeze(Caller caller) {
        return done(new UnfreezeAccount(caller.accountId(), caller.sessionId()));
    }

    private Mono<Void> done(AccountCommand wish) {
        return Door.HOLDER.expect(Done.class, messages.send(wish)).then();
    }
}
