package io.latchkey.api.account;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.ShownOnce;
import io.latchkey.command.Done;
import io.latchkey.command.RemoveAuthenticator;
import io.latchkey.command.RenameAuthenticator;
import io.latchkey.command.TotpBegun;
import io.latchkey.value.AuthenticatorId;
import io.latchkey.value.Ids;
import io.latchkey.value.Label;
import io.latchkey.value.TotpCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/account/totp", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Authenticators")
class AuthenticatorController {

    private final Messages messages;
    private final Confirming confirming;
    private final Ids ids;

    AuthenticatorController(Messages messages, Confirming confirming, Ids ids) {
        this.messages = messages;
        this.confirming = confirming;
        this.ids = ids;
    }

    @PostMapping
    @ShownOnce
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "enrolTotp",
            summary = "Begin to bind an authenticator app",
            description =
                    "QR code, otpauth URI and manual key are shown in this answer only; it becomes active with its"
                            + " first right code, within ten minutes. Needs a proof not older than five minutes, or a recovery"
                            + " session.")
    Mono<PendingAuthenticator> enrol(Caller caller, @RequestBody NewAuthenticator body) {
        var id = new AuthenticatorId(ids.next());
        return Door.HOLDER
                .expect(TotpBegun.class, messages.send(body.toEnroll(caller, id)))
                .map(begun -> PendingAuthenticator.of(id, begun));
    }

    @PostMapping("/{id}/confirm")
    @ShownOnce
    @Operation(
            operationId = "confirmTotp",
            summary = "Activate the authenticator with its first right code",
            description = "The first authenticator brings ten backup codes, shown in this answer only.")
    Mono<ConfirmedAuthenticator> confirm(Caller caller, @PathVariable String id, @RequestBody TypedCode body) {
        return confirming.confirm(caller, new AuthenticatorId(id), new TotpCode(body.code()));
    }

    @PatchMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "renameTotp", summary = "Give the authenticator another name")
    Mono<Void> rename(Caller caller, @PathVariable String id, @RequestBody Naming body) {
        var wish = new RenameAuthenticator(
                caller.accountId(), caller.sessionId(), new AuthenticatorId(id), new Label(body.name()));
        return Door.HOLDER.expect(Done.class, messages.send(wish)).then();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeTotp",
            summary = "Remove the authenticator",
            description = "Needs a proof not older than five minutes.")
    Mono<Void> remove(Caller caller, @PathVariable String id) {
        return Door.HOLDER
                .expect(
                        Done.class,
                        messages.send(new RemoveAuthenticator(
                                caller.accountId(), caller.sessionId(), new AuthenticatorId(id))))
                .then();
    }
}
