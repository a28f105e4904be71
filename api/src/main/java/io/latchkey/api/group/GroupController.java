package io.latchkey.api.group;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.api.edge.ProblemType;
import io.latchkey.api.edge.Refusal;
import io.latchkey.command.AcceptInvitation;
import io.latchkey.command.Actor;
import io.latchkey.command.CreateGroup;
import io.latchkey.command.Done;
import io.latchkey.command.GroupCommand;
import io.latchkey.command.InviteMember;
import io.latchkey.query.groups.FindGroup;
import io.latchkey.query.groups.FindGroups;
import io.latchkey.query.groups.GroupOverview;
import io.latchkey.query.groups.Groups;
import io.latchkey.store.AccountIndex;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.GroupId;
import io.latchkey.value.Ids;
import io.latchkey.value.InvitationId;
import io.latchkey.value.Label;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/groups", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Groups")
class GroupController {

    private final Messages messages;
    private final AccountIndex accounts;
    private final Ids ids;

    GroupController(Messages messages, AccountIndex accounts, Ids ids) {
        this.messages = messages;
        this.accounts = accounts;
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createGroup",
            summary = "Begin a family or a business",
            description = "Whoever begins it is its organizer. Needs a proof of the second factor not older than five"
                    + " minutes.")
    Mono<CreatedGroup> create(Caller caller, @RequestBody NewGroup body) {
        var id = new GroupId(ids.next());
        return done(new CreateGroup(id, by(caller), new Label(body.name()))).thenReturn(new CreatedGroup(id.value()));
    }

    @GetMapping
    @Operation(operationId = "listGroups", summary = "The groups of the account, and the invitations that wait for it")
    Mono<GroupList> list(Caller caller) {
        return messages.ask(new FindGroups(caller.accountId().value()), Groups.class)
                .map(GroupList::of);
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getGroup",
            summary = "Who is in the group; for organizers also whom it helps",
            description = "For members only.")
    Mono<GroupAnswer> group(Caller caller, @PathVariable String id) {
        var question = new FindGroup(new GroupId(id).value(), caller.accountId().value());
        return messages.ask(question, GroupOverview.class)
                .map(GroupAnswer::of)
                .switchIfEmpty(Mono.error(() -> new Refusal(ProblemType.NOT_FOUND)));
    }

    @PostMapping("/{id}/invitations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "inviteMember",
            summary = "Ask somebody into the group (organizers)",
            description = "The same answer for a known and an unknown address; a known one is told by mail. Good for a"
                    + " week, for that account only. Needs a proof not older than five minutes.")
    Mono<Void> invite(Caller caller, @PathVariable String id, @RequestBody Invitee body) {
        var group = new GroupId(id);
        var email = new EmailAddress(body.email());
        return messages.offLoop(() -> accounts.find(email))
                .map(found -> new InviteMember(group, by(caller), new InvitationId(ids.next()), found.accountId()))
                .flatMap(this::done);
    }

    @PostMapping("/{id}/invitations/{invitationId}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "acceptInvitation",
            summary = "Come into the group",
            description = "Once. Needs a proof not older than five minutes.")
    Mono<Void> accept(Caller caller, @PathVariable String id, @PathVariable String invitationId) {
        return done(new AcceptInvitation(new GroupId(id), by(caller), new InvitationId(invitationId)));
    }

    private Mono<Void> done(GroupCommand wish) {
        return Door.ORGANIZER.expect(Done.class, messages.send(wish)).then();
    }

    private static Actor by(Caller caller) {
        return new Actor(caller.accountId(), caller.sessionId());
    }
}
