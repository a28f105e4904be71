package io.latchkey.command.group;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.*;
import io.latchkey.command.account.Accounts;
import io.latchkey.event.GroupMemberInvited;
import io.latchkey.event.GroupMemberJoined;
import io.latchkey.event.Reason;
import io.latchkey.value.GroupRole;
import io.latchkey.value.Label;
import org.jspecify.annotations.Nullable;

/** Asking somebody into the group, and coming in. */
final class Inviting extends GroupDecision {

    Inviting(GroupState state, Means means, Accounts accounts) {
        super(state, means, accounts);
    }

    /** The account is told, if there is one; here the answer is the same. */
    Outcome invite(InviteMember wish) {
        var objection = authority(wish.by());
        if (objection == null) {
            objection = full(wish.invited().value());
        }
        if (objection != null) {
            return refuse(wish.by(), "invite somebody", objection);
        }
        var until = now().plus(Limits.INVITATION);
        var invited = wish.invited();
        accounts.ask(
                invited.value(),
                new ReceiveInvitation(invited, wish.groupId(), wish.invitationId(), groupName(), until));
        apply(new GroupMemberInvited(
                state.id,
                invited.value(),
                wish.invitationId().value(),
                wish.by().accountId().value(),
                until));
        return new Done();
    }

    private @Nullable Reason full(String invited) {
        if (state.has(invited)) {
            return Reason.IN_PROGRESS;
        }
        long open = state.invitations.values().stream()
                .filter(old ->
                        now().isBefore(old.expiresAt()) && !old.accountId().equals(invited))
                .count();
        return state.members.size() + open >= Limits.GROUP_MEMBERS ? Reason.NOT_ALLOWED : null;
    }

    private Label groupName() {
        var held = means.sealer().open(Membership.name(state.id), state.sealedName);
        return new Label(held.orElse("?"));
    }

    Outcome accept(AcceptInvitation wish) {
        var by = wish.by();
        var id = wish.invitationId().value();
        var objection = objection(id, by.accountId().value());
        if (objection == null) {
            var entering = new EnterGroup(by.accountId(), by.sessionId(), wish.groupId(), GroupRole.MEMBER);
            objection = reason(accounts.ask(by.accountId().value(), entering));
        }
        if (objection != null) {
            return refuse(by, "accept an invitation", objection);
        }
        apply(new GroupMemberJoined(state.id, by.accountId().value(), id));
        return new Done();
    }

    /** Another account learns no more than that there is nothing for it. */
    private @Nullable Reason objection(String id, String accountId) {
        var invitation = state.invitations.get(id);
        if (invitation == null || !invitation.accountId().equals(accountId)) {
            return Reason.NOT_FOUND;
        }
        return now().isBefore(invitation.expiresAt()) ? null : Reason.NOT_FOUND;
    }
}
