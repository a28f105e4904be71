package io.latchkey.api.account;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.ShownOnce;
import io.latchkey.api.edge.SlowHashing;
import io.latchkey.command.Done;
import io.latchkey.command.RegisterAccount;
import io.latchkey.command.Registered;
import io.latchkey.command.ResendMailboxCode;
import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.Ids;
import io.latchkey.value.Password;
import io.latchkey.value.PersonName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Registration")
class RegistrationController {

    private final Messages messages;
    private final SlowHashing hashing;
    private final Ids ids;

    RegistrationController(Messages messages, SlowHashing hashing, Ids ids) {
        this.messages = messages;
        this.hashing = hashing;
        this.ids = ids;
    }

    @PostMapping
    @ShownOnce
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "register",
            summary = "Open an account",
            description =
                    "The secret key is shown in this answer and never again. The answer is the same for an address"
                            + " that has an account already; the mailbox tells its owner.")
    Mono<RegisteredAccount> register(@RequestBody Registration body) {
        var accountId = new AccountId(ids.next());
        var email = new EmailAddress(body.email());
        var name = new PersonName(body.name());
        return hashing.password(accountId, new Password(body.password()))
                .flatMap(digest -> Door.HOLDER.expect(
                        Registered.class, messages.send(new RegisterAccount(accountId, email, name, digest))))
                .map(registered -> new RegisteredAccount(accountId.value(), registered.secretKey(), email.masked()));
    }

    @PostMapping("/{id}/mailbox/verify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "verifyMailbox",
            summary = "Prove the mailbox with the mailed code, or with the token of the mailed link")
    Mono<Void> verify(@PathVariable String id, @RequestBody MailboxProof body) {
        return Door.PROOF
                .expect(Done.class, messages.send(body.toVerify(new AccountId(id))))
                .then();
    }

    @PostMapping("/{id}/mailbox/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "resendMailboxCode",
            summary = "Mail a new code; the one before it is dead",
            description = "Always 202: at most one mail a minute, none when there is nothing to prove.")
    Mono<Void> resend(@PathVariable String id) {
        return Door.keepSilent(messages.send(new ResendMailboxCode(new AccountId(id))));
    }
}
