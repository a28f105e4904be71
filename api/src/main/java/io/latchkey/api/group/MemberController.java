package io.latchkey.api.group;

import io.latchkey.api.Messages;
import io.latchkey.api.edge.Caller;
import io.latchkey.api.edge.Door;
import io.latchkey.command.Actor;
import io.latchkey.command.ApproveMemberRecovery;
import io.latchkey.command.BeginMemberRecovery;
import io.latchkey.command.CallOffMemberRecovery;
import io.latchkey.command.ChangeGroupRole;
import io.latchkey.command.CompleteMemberRecovery;
import io.latchkey.command.Done;
import io.latchkey.command.GroupCommand;
import io.latchkey.command.LeaveGroup;
import io.latchkey.command.RecoveryBegun;
import io.latchkey.command.RemoveMember;
import io.latchkey.value.AccountId;
import io.latchkey.value.GroupId;
import io.latchkey.value.Ids;
import io.latchkey.value.Note;
import io.latchkey.value.RecoveryId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/v1/groups/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Groups")
class MemberController {

    private final Messages messages;
    private final Ids ids;

    MemberController(Messages messages, Ids ids) {
        this.messages = messages;
        this.ids = ids;
    }

    @DeleteMapping("/members/{accountId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeMember",
            summary = "Leave the group, or remove somebody else (organizers)",
            description = "The last organizer who can help others stays while they do: 409. To remove somebody needs a"
                    + " proof not older than five minutes.")
    Mono<Void> remove(Caller caller, @PathVariable String id, @PathVariable String accountId) {
        var member = new AccountId(accountId);
        var group = new GroupId(id);
        return done(
                member.equals(caller.accountId())
                        ? new LeaveGroup(group, by(caller))
                        : new RemoveMember(group, by(caller), member));
    }

    @PutMapping("/members/{accountId}/role")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "changeGroupRole",
            summary = "Make a member an organizer, or an organizer a member (organizers)",
            description = "An organizer needs an authenticator. Needs a proof not older than five minutes.")
    Mono<Void> change(
            Caller caller, @PathVariable String id, @PathVariable String accountId, @RequestBody NewRole body) {
        return done(new ChangeGroupRole(new GroupId(id), by(caller), new AccountId(accountId), body.toRole()));
    }

    @PostMapping("/members/{accountId}/recoveries")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "beginMemberRecovery",
            summary = "Begin to help a member back in (organizers)",
            description = "The member is told at once, can stop it at any time, and alone chooses and sees the new"
                    + " credentials. Five times a day at most. Needs a proof not older than five minutes.")
    Mono<BegunHelp> begin(
            Caller caller, @PathVariable String id, @PathVariable String accountId, @RequestBody Help body) {
        var wish = new BeginMemberRecovery(
                new GroupId(id),
                by(caller),
                new AccountId(accountId),
                new RecoveryId(ids.next()),
                new Note(body.reason()));
        return Door.ORGANIZER.expect(RecoveryBegun.class, messages.send(wish)).map(BegunHelp::of);
    }

    @PostMapping("/recoveries/{recoveryId}/approve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "approveMemberRecovery",
            summary = "Consent to a recovery that another organizer began",
            description = "Neither the first organizer nor the member can. Needs a proof not older than five minutes.")
    Mono<Void> approve(Caller caller, @PathVariable String id, @PathVariable String recoveryId) {
        return done(new ApproveMemberRecovery(new GroupId(id), by(caller), new RecoveryId(recoveryId)));
    }

    @PostMapping("/recoveries/{recoveryId}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "completeMemberRecovery",
            summary = "Put the credentials in force that the member has chosen",
            description = "By an organizer who consented. 409 before the member has chosen, before the waiting period"
                    + " is over, and while the consent of another organizer is missing: it takes two when the password"
                    + " was not proven, and for organizers and staff. Needs a proof not older than five minutes.")
    Mono<Void> complete(Caller caller, @PathVariable String id, @PathVariable String recoveryId) {
        return done(new CompleteMemberRecovery(new GroupId(id), by(caller), new RecoveryId(recoveryId)));
    }

    @DeleteMapping("/recoveries/{recoveryId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "callOffMemberRecovery",
            summary = "Stop the recovery of a member",
            description = "By the member in any session that is left, or by an organizer who consented.")
    Mono<Void> callOff(Caller caller, @PathVariable String id, @PathVariable String recoveryId) {
        return done(new CallOffMemberRecovery(new GroupId(id), by(caller), new RecoveryId(recoveryId)));
    }

    private Mono<Void> done(GroupCommand wish) {
        return Door.ORGANIZER.expect(Done.class, messages.send(wish)).then();
    }

    private static Actor by(Caller caller) {
        return new Actor(caller.accountId(), caller.sessionId());
    }
}
