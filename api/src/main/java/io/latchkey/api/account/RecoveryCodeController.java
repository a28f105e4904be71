package io.latchkey.api.account;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.ShownOnce;
import io.latchkey.command.ActivateRecoveryCode;
import io.latchkey.command.DepositRecoveryVerifier;
import io.latchkey.command.Done;
import io.latchkey.command.GenerateRecoveryCode;
import io.latchkey.command.RecoveryCodeShown;
import io.latchkey.command.RevokeRecoveryCode;
import io.latchkey.value.CodeVerifier;
import io.latchkey.value.Fingerprint;
import io.latchkey.value.Ids;
import io.latchkey.value.WrappedKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/account/recovery-code", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Recovery code")
class RecoveryCodeController {

    private final Messages messages;
    private final Ids ids;

    RecoveryCodeController(Messages messages, Ids ids) {
        this.messages = messages;
        this.ids = ids;
    }

    @PostMapping
    @ShownOnce
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "generateRecoveryCode",
            summary = "Make a recovery code",
            description =
                    "Shown in this answer only. It is good after it was typed back; until then an older one stays good.")
    Mono<NewRecoveryCode> generate(Caller caller) {
        var codeId = ids.next();
        return Door.HOLDER
                .expect(
                        RecoveryCodeShown.class,
                        messages.send(new GenerateRecoveryCode(caller.accountId(), caller.sessionId(), codeId)))
                .map(shown ->
                        new NewRecoveryCode(shown.code(), Fingerprint.of(codeId).value()));
    }

    @PostMapping("/verifier")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "depositRecoveryVerifier",
            summary = "Use a recovery code that the client made itself",
            description =
                    "The server sees a verifier and a wrapped key, never the code. It is good after the verifier was"
                            + " sent once more to confirm; until then an older code stays good.")
    Mono<Void> deposit(Caller caller, @RequestBody RecoveryVerifier body) {
        return Door.HOLDER
                .expect(
                        Done.class,
                        messages.send(new DepositRecoveryVerifier(
                                caller.accountId(),
                                caller.sessionId(),
                                ids.next(),
                                new CodeVerifier(body.verifier()),
                                new WrappedKey(body.wrappedKey()))))
                .then();
    }

    @PostMapping("/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "confirmRecoveryCode", summary = "Type the recovery code back; from then on it is good")
    Mono<Void> confirm(Caller caller, @RequestBody TypedRecoveryCode body) {
        var secret = body.secret();
        return Door.HOLDER
                .expect(
                        Done.class,
                        messages.send(new ActivateRecoveryCode(caller.accountId(), caller.sessionId(), secret)))
                .then();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "revokeRecoveryCode",
            summary = "End the recovery code",
            description = "Needs a proof not older than five minutes.")
    Mono<Void> revoke(Caller caller) {
        return Door.HOLDER
                .expect(Done.class, messages.send(new RevokeRecoveryCode(caller.accountId(), caller.sessionId())))
                .then();
    }
}
