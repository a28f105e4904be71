package io.latchkey.api.signin;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.SlowHashing;
import io.latchkey.api.token.SignInHandle;
import io.latchkey.command.SendEmailCode;
import io.latchkey.command.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/sign-ins", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Signing in")
class SignInController {

    private final Messages messages;
    private final FirstFactor firstFactor;
    private final SlowHashing hashing;
    private final SessionAnswers answers;

    SignInController(Messages messages, FirstFactor firstFactor, SlowHashing hashing, SessionAnswers answers) {
        this.messages = messages;
        this.firstFactor = firstFactor;
        this.hashing = hashing;
        this.answers = answers;
    }

    @PostMapping
    @Operation(
            operationId = "signIn",
            summary = "Present the password, with the secret key or from a trusted device",
            description =
                    "Answers with a session, or with a handle for the second factor. Every refusal looks the same.")
    Mono<SignInAnswer> begin(@RequestBody Credentials body) {
        return firstFactor.present(body);
    }

    @PostMapping("/{id}/proofs")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The sign-in; the handle must be its own")
    @Operation(
            operationId = "proveSecondFactor",
            summary = "Present the second factor",
            description = "The code sent by e-mail opens a recovery session only (scope recovery:bind, 15 minutes).")
    Mono<SessionAnswer> prove(SignInHandle handle, @RequestBody Proof body) {
        return body.toCommand(handle, hashing)
                .flatMap(wish -> Door.PROOF.expect(SignedIn.class, messages.send(wish)))
                .map(answers::of);
    }

    @PostMapping("/{id}/email-code")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The sign-in; the handle must be its own")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "sendEmailCode",
            summary = "Mail a one-time code when the second factor is out of reach",
            description = "Always 202: at most one mail a minute.")
    Mono<Void> sendEmailCode(SignInHandle handle) {
        return Door.keepSilent(messages.send(new SendEmailCode(handle.accountId(), handle.signInId())));
    }
}
