package io.latchkey.command.group;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.*;
import io.latchkey.command.account.Accounts;
import io.latchkey.event.GroupCreated;
import io.latchkey.event.GroupMemberLeft;
import io.latchkey.event.GroupRoleChanged;
import io.latchkey.event.GroupWishRefused;
import io.latchkey.event.Reason;
import io.latchkey.value.AccountId;
import io.latchkey.value.GroupId;
import io.latchkey.value.GroupRole;
import io.latchkey.value.SessionId;
import org.jspecify.annotations.Nullable;

/** How a group begins, who leads it, and who goes. */
final class Membership extends GroupDecision {

    Membership(GroupState state, Means means, Accounts accounts) {
        super(state, means, accounts);
    }

    Outcome create(CreateGroup wish) {
        if (!state.id.isEmpty()) {
            return refuse(wish.by(), "begin a group", Reason.ALREADY_USED);
        }
        var by = wish.by();
        var founder = by.accountId().value();
        var objection = reason(accounts.ask(founder, new JudgeOrganizer(by.accountId(), by.sessionId())));
        if (objection == null) {
            var entering = new EnterGroup(by.accountId(), by.sessionId(), wish.groupId(), GroupRole.ORGANIZER);
            objection = reason(accounts.ask(founder, entering));
        }
        var id = wish.groupId().value();
        if (objection != null) {
            apply(new GroupWishRefused(id, founder, null, "begin a group", objection));
            return new Refused(objection);
        }
        apply(new GroupCreated(
                id,
                founder,
                means.sealer().seal(owner(id), name(id), wish.name().value())));
        return new Done();
    }

    Outcome leave(LeaveGroup wish) {
        var by = wish.by();
        var id = by.accountId().value();
        var objection = state.has(id) ? lonely(id) : Reason.NOT_FOUND;
        if (objection == null) {
            objection = quit(by.accountId(), by.sessionId(), Reason.ENDED_BY_HOLDER);
        }
        if (objection != null) {
            return refuse(by, "leave the group", objection);
        }
        apply(new GroupMemberLeft(state.id, id, Reason.ENDED_BY_HOLDER));
        return new Done();
    }

    Outcome remove(RemoveMember wish) {
        var member = wish.member().value();
        var objection = authority(wish.by());
        if (objection == null
                && (!state.has(member) || wish.member().equals(wish.by().accountId()))) {
            objection = Reason.NOT_FOUND;
        }
        if (objection == null) {
            objection = quit(wish.member(), null, Reason.REMOVED);
        }
        if (objection != null) {
            return refuse(wish.by(), "remove a member", objection);
        }
        apply(new GroupMemberLeft(state.id, member, Reason.REMOVED));
        return new Done();
    }

    Outcome change(ChangeGroupRole wish) {
        var objection = authority(wish.by());
        if (objection == null) {
            objection = objection(wish);
        }
        if (objection != null) {
            return refuse(wish.by(), "change a role", objection);
        }
        if (state.members.get(wish.member().value()) != wish.role()) {
            apply(new GroupRoleChanged(state.id, wish.member().value(), wish.role()));
        }
        return new Done();
    }

    private @Nullable Reason objection(ChangeGroupRole wish) {
        var member = wish.member().value();
        if (!state.has(member)) {
            return Reason.NOT_FOUND;
        }
        if (state.members.get(member) == wish.role()) {
            return null;
        }
        var lonely = wish.role() == GroupRole.MEMBER ? lonely(member) : null;
        var entering = new EnterGroup(wish.member(), null, wish.groupId(), wish.role());
        return lonely == null ? reason(accounts.ask(member, entering)) : lonely;
    }

    /** Of those who stay one must be able to lead; where nobody stays nobody needs to. */
    private @Nullable Reason lonely(String leaving) {
        boolean led = !state.leads(leaving)
                || state.members.size() == 1
                || state.otherOrganizers(leaving).stream().anyMatch(this::stands);
        return led ? null : Reason.LAST_ORGANIZER;
    }

    private boolean stands(String organizer) {
        return reason(accounts.ask(organizer, new JudgeStanding(new AccountId(organizer)))) == null;
    }

    private @Nullable Reason quit(AccountId member, @Nullable SessionId session, Reason reason) {
        var wish = new QuitGroup(member, session, new GroupId(state.id), reason);
        return reason(accounts.ask(member.value(), wish));
    }

    static String owner(String groupId) {
        return "group:" + groupId;
    }

    static String name(String groupId) {
        return "GroupCreated/name/" + groupId;
    }
}
