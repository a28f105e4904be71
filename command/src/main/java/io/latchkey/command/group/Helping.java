package io.latchkey.command.group;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.*;
import io.latchkey.command.account.Accounts;
import io.latchkey.event.GroupRecoveryApproved;
import io.latchkey.event.GroupRecoveryBegun;
import io.latchkey.event.GroupRecoveryCompleted;
import io.latchkey.event.Reason;
import io.latchkey.value.AccountId;
import io.latchkey.value.GroupId;
import io.latchkey.value.RecoveryId;
import org.jspecify.annotations.Nullable;

/** Organizers consent to the recovery of a member. What is proven and chosen, and when, is the account's own affair. */
final class Helping extends GroupDecision {

    private static final String BEGIN = "begin the recovery of a member";
    private static final String APPROVE = "approve the recovery of a member";
    private static final String COMPLETE = "complete the recovery of a member";

    Helping(GroupState state, Means means, Accounts accounts) {
        super(state, means, accounts);
    }

    /** Also a try that comes to nothing counts as a consent of the day. */
    Outcome begin(BeginMemberRecovery wish) {
        var id = wish.recoveryId().value();
        var member = wish.member().value();
        var objection = objection(wish);
        if (objection == null) {
            objection = consent(wish.by(), wish.recoveryId());
        }
        if (objection != null) {
            return refuse(wish.by(), id, BEGIN, objection);
        }
        var starting = new StartAssistance(
                wish.member(), wish.recoveryId(), wish.groupId(), wish.by().accountId());
        var outcome = accounts.ask(member, starting);
        if (outcome instanceof Refused refused) {
            return refuse(wish.by(), id, BEGIN, refused.reason());
        }
        var sealed =
                means.sealer().seal("account:" + member, note(id), wish.note().value());
        apply(new GroupRecoveryBegun(state.id, member, id, wish.by().accountId().value(), sealed));
        return outcome;
    }

    private @Nullable Reason objection(BeginMemberRecovery wish) {
        var rank = rank(wish.by());
        if (rank != null) {
            return rank;
        }
        if (wish.member().equals(wish.by().accountId())) {
            return Reason.OWN_CASE;
        }
        return state.has(wish.member().value()) ? null : Reason.NOT_FOUND;
    }

    /** By somebody who is neither the member nor the first. */
    Outcome approve(ApproveMemberRecovery wish) {
        var id = wish.recoveryId().value();
        var by = wish.by().accountId().value();
        var open = state.find(id);
        var objection = objection(wish, open);
        if (objection == null && open != null) {
            var account = new AccountId(open.memberId());
            objection = reason(accounts.ask(account.value(), new JudgeAssistance(account, wish.recoveryId())));
        }
        if (objection == null) {
            objection = consent(wish.by(), wish.recoveryId());
        }
        if (open == null || objection != null) {
            return refuse(wish.by(), id, APPROVE, objection == null ? Reason.NOT_FOUND : objection);
        }
        apply(new GroupRecoveryApproved(state.id, open.memberId(), id, by));
        return new Done();
    }

    private @Nullable Reason objection(ApproveMemberRecovery wish, GroupState.@Nullable Case open) {
        var by = wish.by().accountId().value();
        var rank = rank(wish.by());
        if (rank != null) {
            return rank;
        }
        if (open == null) {
            return Reason.NOT_FOUND;
        }
        if (open.memberId().equals(by)) {
            return Reason.OWN_CASE;
        }
        return open.consents().contains(by) ? Reason.ALREADY_USED : null;
    }

    private @Nullable Reason consent(Actor by, RecoveryId recoveryId) {
        var account = by.accountId();
        var group = new GroupId(state.id);
        return reason(accounts.ask(account.value(), new CountConsent(account, by.sessionId(), group, recoveryId)));
    }

    /** Only whoever consented can complete, so that every name on the case has looked at it. */
    Outcome complete(CompleteMemberRecovery wish) {
        var id = wish.recoveryId().value();
        var by = wish.by().accountId().value();
        var open = state.find(id);
        var objection = authority(wish.by());
        if (objection == null && open != null) {
            objection = open.consents().contains(by) ? finish(open, wish.recoveryId()) : Reason.NOT_ALLOWED;
        }
        if (open == null || objection != null) {
            return refuse(wish.by(), id, COMPLETE, objection == null ? Reason.NOT_FOUND : objection);
        }
        apply(new GroupRecoveryCompleted(state.id, open.memberId(), id, by));
        return new Done();
    }

    private @Nullable Reason finish(GroupState.Case open, RecoveryId recoveryId) {
        var member = open.memberId();
        var finishing = new FinishAssistance(
                new AccountId(member), recoveryId, open.consents().size());
        return reason(accounts.ask(member, finishing));
    }

    static String note(String recoveryId) {
        return "GroupRecoveryBegun/note/" + recoveryId;
    }
}
