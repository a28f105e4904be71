package io.latchkey.command.group;

import io.latchkey.command.Actor;
import io.latchkey.command.CallOffMemberRecovery;
import io.latchkey.command.Done;
import io.latchkey.command.JudgePresence;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.StopAssistance;
import io.latchkey.command.account.Accounts;
import io.latchkey.event.Reason;
import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryId;
import org.jspecify.annotations.Nullable;

/** The recovery of a member is stopped from within the group. */
final class CallingOff extends GroupDecision {

    CallingOff(GroupState state, Means means, Accounts accounts) {
        super(state, means, accounts);
    }

    /** The safe side: any session of the member's, or of an organizer who consented, is enough. */
    Outcome callOff(CallOffMemberRecovery wish) {
        var id = wish.recoveryId().value();
        var by = wish.by().accountId().value();
        var open = state.find(id);
        var objection = open == null || !state.has(by) ? Reason.NOT_FOUND : presence(wish.by());
        if (objection == null && open != null) {
            objection = stop(open, by, wish.recoveryId());
        }
        return objection == null ? new Done() : refuse(wish.by(), id, "call off the recovery of a member", objection);
    }

    private @Nullable Reason stop(GroupState.Case open, String by, RecoveryId recoveryId) {
        boolean own = open.memberId().equals(by);
        if (!own && !open.consents().contains(by)) {
            return Reason.NOT_ALLOWED;
        }
        var reason = own ? Reason.ENDED_BY_HOLDER : Reason.CALLED_OFF;
        var member = new AccountId(open.memberId());
        return reason(accounts.ask(member.value(), new StopAssistance(member, recoveryId, reason)));
    }

    private @Nullable Reason presence(Actor by) {
        return reason(accounts.ask(by.accountId().value(), new JudgePresence(by.accountId(), by.sessionId())));
    }
}
