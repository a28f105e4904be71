package io.latchkey.api.contact;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.command.AcceptContact;
import io.latchkey.command.AccountCommand;
import io.latchkey.command.Actor;
import io.latchkey.command.ApproveContactRecovery;
import io.latchkey.command.Done;
import io.latchkey.command.LeaveContact;
import io.latchkey.query.contacts.FindPeople;
import io.latchkey.query.contacts.People;
import io.latchkey.value.AccountId;
import io.latchkey.value.ContactId;
import io.latchkey.value.RecoveryId;
import io.latchkey.value.VoiceCode;
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
@RequestMapping(path = "/v1/people", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Recovery contacts")
class PeopleController {

    private final Messages messages;

    PeopleController(Messages messages) {
        this.messages = messages;
    }

    @GetMapping
    @Operation(
            operationId = "listPeople",
            summary = "Whose recovery contact the holder is or is asked to be, and what waits for an approval")
    Mono<PeopleList> list(Caller caller) {
        return messages.ask(new FindPeople(caller.accountId().value()), People.class)
                .map(PeopleList::of);
    }

    @PostMapping("/{accountId}/contacts/{contactId}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "acceptContact",
            summary = "Be a recovery contact",
            description = "Once, by the account that was asked. Needs a proof of the second factor not older than five"
                    + " minutes.")
    Mono<Void> accept(Caller caller, @PathVariable String accountId, @PathVariable String contactId) {
        return done(new AcceptContact(new AccountId(accountId), by(caller), new ContactId(contactId)));
    }

    @DeleteMapping("/{accountId}/contacts/{contactId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "leaveContact",
            summary = "Decline, or be no recovery contact any more",
            description = "What was approved counts no more.")
    Mono<Void> leave(Caller caller, @PathVariable String accountId, @PathVariable String contactId) {
        return done(new LeaveContact(new AccountId(accountId), by(caller), new ContactId(contactId)));
    }

    @PostMapping("/{accountId}/recoveries/{recoveryId}/approve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "approveContactRecovery",
            summary = "Approve a recovery with the code that the person read out",
            description =
                    "Speak to them first: by voice, not by mail. Five tries. Needs a proof of the second factor not"
                            + " older than five minutes.")
    Mono<Void> approve(
            Caller caller,
            @PathVariable String accountId,
            @PathVariable String recoveryId,
            @RequestBody TypedVoiceCode body) {
        var code = new VoiceCode(body.code());
        return done(new ApproveContactRecovery(new AccountId(accountId), by(caller), new RecoveryId(recoveryId), code));
    }

    private Mono<Void> done(AccountCommand wish) {
        return Door.ORGANIZER.expect(Done.class, messages.send(wish)).then();
    }

    private static Actor by(Caller caller) {
        return new Actor(caller.accountId(), caller.sessionId());
    }
}
