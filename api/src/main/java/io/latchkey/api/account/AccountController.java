package io.latchkey.api.account;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.ProblemType;
import io.latchkey.api.edge.Refusal;
import io.latchkey.api.edge.SlowHashing;
import io.latchkey.command.ChangePassword;
import io.latchkey.command.Done;
import io.latchkey.command.EraseAccount;
import io.latchkey.query.accounts.AccountOverview;
import io.latchkey.query.accounts.FindAccount;
import io.latchkey.value.Password;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/account", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Account")
class AccountController {

    private final Messages messages;
    private final SlowHashing hashing;

    AccountController(Messages messages, SlowHashing hashing) {
        this.messages = messages;
        this.hashing = hashing;
    }

    @GetMapping
    @Operation(
            operationId = "getAccount",
            summary = "What the account has",
            description = "Also open to a recovery session (scope recovery:bind).")
    Mono<AccountAnswer> overview(Caller caller) {
        return messages.ask(new FindAccount(caller.accountId().value()), AccountOverview.class)
                .map(AccountAnswer::of)
                .switchIfEmpty(Mono.error(() -> new Refusal(ProblemType.NOT_FOUND)));
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "changePassword",
            summary = "Choose a new password; every other session ends",
            description = "Needs a proof not older than five minutes.")
    Mono<Void> changePassword(Caller caller, @RequestBody NewPassword body) {
        return hashing.password(caller.accountId(), new Password(body.password()))
                .map(digest -> new ChangePassword(caller.accountId(), caller.sessionId(), digest))
                .flatMap(wish -> Door.HOLDER.expect(Done.class, messages.send(wish)))
                .then();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "eraseAccount",
            summary = "Erase the account: its data key is destroyed",
            description = "Needs a proof not older than five minutes. Nothing personal can be read afterwards.")
    Mono<Void> erase(Caller caller) {
        return Door.HOLDER
                .expect(Done.class, messages.send(new EraseAccount(caller.accountId(), caller.sessionId())))
                .then();
    }
}
