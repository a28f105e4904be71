package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.Factor;
import io.latchkey.value.GroupRole;
import io.latchkey.value.SessionId;
import org.jspecify.annotations.Nullable;

/** What a group asks of the accounts in it: whether this may lead, how often it consented, that it comes and goes. */
final class Belonging extends Decision {

    Belonging(AccountState state, Means means) {
        super(state, means);
    }

    Outcome judge(JudgeOrganizer wish) {
        var objection = shortfall(wish.sessionId());
        return objection == null ? new Done() : new Refused(objection);
    }

    Outcome judge(JudgePresence wish) {
        var objection = presence(wish.sessionId(), false);
        return objection == null ? new Done() : new Refused(objection);
    }

    /** Whoever has bound an authenticator can come back to lead. */
    Outcome judge(JudgeStanding wish) {
        return canLead() ? new Done() : new Refused(Reason.MISSING_PROOF);
    }

    /** The first that is too many raises the alarm; more of them on the same day are refused and no more than that. */
    Outcome consent(CountConsent wish) {
        var objection = shortfall(wish.sessionId());
        if (objection != null) {
            return new Refused(objection);
        }
        var group = wish.groupId().value();
        var recovery = wish.recoveryId().value();
        if (!state.consents.full(now())) {
            apply(new OrganizerConsented(state.id, group, recovery));
            return new Done();
        }
        if (!state.consentAlarms.full(now())) {
            apply(new OrganizerConsentsSpent(state.id, group, recovery));
        }
        return new Refused(Reason.CONSENTS_SPENT);
    }

    Outcome receive(ReceiveInvitation wish) {
        if (takesInvitation()) {
            apply(new GroupInvitationReceived(
                    state.id,
                    wish.groupId().value(),
                    wish.invitationId().value(),
                    seal("GroupInvitationReceived/group", wish.groupName().value()),
                    wish.expiresAt()));
        }
        return new Done();
    }

    /** Who leads the group can help the account back in from then on, so that its holder proves to be there. */
    Outcome enter(EnterGroup wish) {
        var objection = presence(wish.sessionId(), true);
        if (objection == null && state.groups.size() >= Limits.GROUPS && !state.groups.containsKey(group(wish))) {
            objection = Reason.NOT_ALLOWED;
        }
        if (objection == null && wish.role() == GroupRole.ORGANIZER && !canLead()) {
            objection = Reason.MISSING_PROOF;
        }
        if (objection != null) {
            return new Refused(objection);
        }
        apply(new GroupJoined(state.id, group(wish), wish.role()));
        return new Done();
    }

    private static String group(EnterGroup wish) {
        return wish.groupId().value();
    }

    Outcome quit(QuitGroup wish) {
        var objection = presence(wish.sessionId(), false);
        if (objection != null) {
            return new Refused(objection);
        }
        new Assisting(state, means).stopOf(wish.groupId().value(), Reason.LEFT_GROUP);
        apply(new GroupLeft(state.id, wish.groupId().value(), wish.reason()));
        return new Done();
    }

    /** An organizer keeps what makes its sign-in strong. */
    static boolean needs(AccountState state, String authenticatorId) {
        return state.leads() && !state.authenticatorCounts(authenticatorId);
    }

    private boolean canLead() {
        boolean closed = !state.real() || state.freeze.frozen() || state.disabled.contains(Factor.TOTP);
        return !closed && state.authenticatorCounts();
    }

    private @Nullable Reason presence(@Nullable SessionId sessionId, boolean needsFreshProof) {
        return sessionId == null ? null : objection(sessionId, false, needsFreshProof);
    }
}
