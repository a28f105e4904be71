package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;

/** The contact's side: what it is asked, and whether it may answer. The holder's name stays under the holder's key. */
final class BeingContact extends Decision {

    BeingContact(AccountState state, Means means) {
        super(state, means);
    }

    Outcome receive(ReceiveContactInvitation wish) {
        if (takesInvitation()) {
            apply(new ContactInvitationReceived(
                    state.id,
                    wish.holder().value(),
                    wish.contactId().value(),
                    sealed(wish.holder(), wish.holderName()),
                    wish.expiresAt()));
        }
        return new Done();
    }

    Outcome receive(ReceiveApprovalRequest wish) {
        apply(new ContactApprovalAsked(
                state.id,
                wish.holder().value(),
                wish.recoveryId().value(),
                sealed(wish.holder(), wish.holderName()),
                wish.expiresAt()));
        return new Done();
    }

    private String sealed(AccountId holder, String name) {
        return sealFor(holder.value(), "Contact/holder", name);
    }

    /** Counted here, so that another case brings no more tries. */
    Outcome judge(JudgeVoiceCode wish) {
        var objection = shortfall(wish.sessionId());
        if (objection != null) {
            return new Refused(objection);
        }
        var until = state.budgets.waitUntil(Factor.VOICE_CODE, true, now());
        if (until != null) {
            means.throttleLog().note(wish.accountId(), Factor.VOICE_CODE, now());
            return new Throttled(until);
        }
        if (!wish.right()) {
            apply(new GuessCounted(
                    state.id, Factor.VOICE_CODE, true, wish.recoveryId().value()));
            return new Refused(Reason.WRONG_PROOF);
        }
        if (state.budgets.any(Factor.VOICE_CODE)) {
            apply(new GuessesForgiven(state.id, Factor.VOICE_CODE));
        }
        return new Done();
    }
}
