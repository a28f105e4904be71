package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.*;
import io.latchkey.event.*;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The holder's side of recovery contacts: who is asked, looked at again, and taken off. */
final class Contacting extends Decision {

    Contacting(AccountState state, Means means) {
        super(state, means);
    }

    /** The account that was asked is told, if there is one; here the answer is the same. */
    Outcome name(NameContact wish, Accounts accounts) {
        var objection = objection(wish);
        if (objection != null) {
            return refuse(wish.sessionId(), "name a recovery contact", objection);
        }
        var until = now().plus(Limits.INVITATION);
        var invited = wish.invited();
        accounts.ask(
                invited.value(),
                new ReceiveContactInvitation(invited, wish.accountId(), wish.contactId(), self(), until));
        apply(new ContactNamed(
                state.id,
                wish.contactId().value(),
                invited.value(),
                seal("ContactNamed/name", wish.name().value()),
                until));
        return new Done();
    }

    /** Whoever was asked and has not accepted may be asked again: what comes of it would tell whether there is somebody. */
    private @Nullable Reason objection(NameContact wish) {
        var shortfall = shortfall(wish.sessionId());
        if (shortfall != null) {
            return shortfall;
        }
        if (wish.invited().value().equals(state.id)) {
            return Reason.OWN_CASE;
        }
        if (state.contacts.acceptedBy(wish.invited().value()) != null) {
            return Reason.IN_PROGRESS;
        }
        return state.contacts.size(now()) >= Limits.CONTACTS ? Reason.NOT_ALLOWED : null;
    }

    Outcome remove(RemoveContact wish) {
        var found = state.contacts.find(wish.contactId().value(), now());
        var objection = objection(wish.sessionId(), false, false);
        if (objection != null) {
            return refuse(wish.sessionId(), "remove a recovery contact", objection);
        }
        if (found == null) {
            return new Refused(Reason.NOT_FOUND);
        }
        remove(found, Reason.REMOVED);
        return new Done();
    }

    Outcome review(ReviewContacts wish) {
        var objection = objection(wish.sessionId(), false, false);
        if (objection != null) {
            return refuse(wish.sessionId(), "review the recovery contacts", objection);
        }
        apply(new ContactsReviewed(state.id));
        return new Done();
    }

    /** Whoever wakes it may come late or early: only what is due is done. */
    Outcome remind() {
        var due = state.contacts.nextReview();
        if (due != null && !now().isBefore(due)) {
            apply(new ContactReviewDue(state.id));
        }
        return new NextDue(state.contacts.nextReview());
    }

    /** Whoever the holder does not know may have named them. */
    void removeSince(Instant noticedAt) {
        for (var contact : state.contacts.accepted()) {
            var acceptedAt = contact.acceptedAt();
            if (acceptedAt != null && !acceptedAt.isBefore(noticedAt)) {
                remove(contact, Reason.FROZEN);
            }
        }
    }

    private void remove(Contacts.Contact contact, Reason reason) {
        apply(new ContactRemoved(state.id, contact.id(), contact.accountId(), reason));
    }
}
