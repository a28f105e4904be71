package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.*;
import io.latchkey.event.ContactAccepted;
import io.latchkey.event.ContactRemoved;
import io.latchkey.event.ContactWishRefused;
import io.latchkey.event.Reason;
import io.latchkey.value.ContactId;
import org.jspecify.annotations.Nullable;

/** Somebody who was asked becomes a recovery contact of this account, or is none any more. */
final class Accepting extends Decision {

    private final Accounts accounts;

    Accepting(AccountState state, Means means, Accounts accounts) {
        super(state, means);
        this.accounts = accounts;
    }

    /** Needs what approving will need, so that nobody is counted on who could not. */
    Outcome accept(AcceptContact wish) {
        var by = wish.by();
        var found = find(by, wish.contactId());
        var objection = found == null || found.acceptedAt() != null ? Reason.NOT_FOUND : null;
        if (objection == null && state.contacts.acceptedBy(by.accountId().value()) != null) {
            objection = Reason.IN_PROGRESS;
        }
        if (objection == null) {
            objection = asked(by, new JudgeOrganizer(by.accountId(), by.sessionId()));
        }
        if (objection != null) {
            return refuse(by, "be a recovery contact", objection);
        }
        apply(new ContactAccepted(
                state.id, wish.contactId().value(), by.accountId().value()));
        return new Done();
    }

    Outcome leave(LeaveContact wish) {
        var by = wish.by();
        var objection = find(by, wish.contactId()) == null
                ? Reason.NOT_FOUND
                : asked(by, new JudgePresence(by.accountId(), by.sessionId()));
        if (objection != null) {
            return refuse(by, "be no recovery contact", objection);
        }
        apply(new ContactRemoved(
                state.id, wish.contactId().value(), by.accountId().value(), Reason.DECLINED));
        return new Done();
    }

    /** Another account learns no more than that there is nothing for it. */
    private Contacts.@Nullable Contact find(Actor by, ContactId contactId) {
        var found = state.contacts.find(contactId.value(), now());
        boolean own = found != null && found.accountId().equals(by.accountId().value());
        return state.real() && own ? found : null;
    }

    private @Nullable Reason asked(Actor by, AccountCommand question) {
        return accounts.ask(by.accountId().value(), question) instanceof Refused refused ? refused.reason() : null;
    }

    private Outcome refuse(Actor by, String change, Reason reason) {
        if (state.real()) {
            apply(new ContactWishRefused(state.id, by.accountId().value(), null, change, reason));
        }
        return new Refused(reason);
    }
}
