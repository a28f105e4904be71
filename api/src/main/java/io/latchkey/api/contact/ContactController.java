package io.latchkey.api.contact;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.command.AccountCommand;
import io.latchkey.command.Done;
import io.latchkey.command.NameContact;
import io.latchkey.command.RemoveContact;
import io.latchkey.command.ReviewContacts;
import io.latchkey.query.contacts.Contacts;
import io.latchkey.query.contacts.FindContacts;
import io.latchkey.store.AccountIndex;
import io.latchkey.value.ContactId;
import io.latchkey.value.EmailAddress;
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
@RequestMapping(path = "/v1/account/contacts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Recovery contacts")
class ContactController {

    private final Messages messages;
    private final AccountIndex accounts;
    private final Ids ids;

    ContactController(Messages messages, AccountIndex accounts, Ids ids) {
        this.messages = messages;
        this.accounts = accounts;
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "nameContact",
            summary = "Ask somebody to be a recovery contact",
            description =
                    "The same answer for a known and an unknown address; a known one is told by mail and can accept"
                            + " for a week. Ten at most. Needs a proof of the second factor not older than five minutes.")
    Mono<NamedContact> name(Caller caller, @RequestBody NewContact body) {
        var id = new ContactId(ids.next());
        var name = new Label(body.name());
        var email = new EmailAddress(body.email());
        return messages.offLoop(() -> accounts.find(email))
                .flatMap(found ->
                        done(new NameContact(caller.accountId(), caller.sessionId(), id, found.accountId(), name)))
                .thenReturn(new NamedContact(id.value()));
    }

    @GetMapping
    @Operation(operationId = "listContacts", summary = "The recovery contacts of the account")
    Mono<ContactList> list(Caller caller) {
        return messages.ask(new FindContacts(caller.accountId().value()), Contacts.class)
                .map(ContactList::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeContact",
            summary = "Take a recovery contact off",
            description = "At once; what this contact approved counts no more.")
    Mono<Void> remove(Caller caller, @PathVariable String id) {
        return done(new RemoveContact(caller.accountId(), caller.sessionId(), new ContactId(id)));
    }

    @PostMapping("/review")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "reviewContacts", summary = "Say that the recovery contacts are the right ones still")
    Mono<Void> review(Caller caller) {
        return done(new ReviewContacts(caller.accountId(), caller.sessionId()));
    }

    private Mono<Void> done(AccountCommand wish) {
        return Door.ORGANIZER.expect(Done.class, messages.send(wish)).then();
    }
}
