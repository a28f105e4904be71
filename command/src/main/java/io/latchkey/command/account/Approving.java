package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.*;
import io.latchkey.event.ContactRecoveryApproved;
import io.latchkey.event.ContactRecoveryScheduled;
import io.latchkey.event.ContactWishRefused;
import io.latchkey.event.Reason;
import org.jspecify.annotations.Nullable;

/** A recovery contact gives the code that was read out; with enough of them the waiting period begins. */
final class Approving extends Decision {

    private final Accounts accounts;

    Approving(AccountState state, Means means, Accounts accounts) {
        super(state, means);
        this.accounts = accounts;
    }

    Outcome approve(ApproveContactRecovery wish) {
        var by = wish.by().accountId().value();
        if (by.equals(state.id)) {
            return refuse(wish, Reason.OWN_CASE);
        }
        var contact = state.contacts.acceptedBy(by);
        var running = state.assistances.running(wish.recoveryId().value(), now());
        if (contact == null || running == null || !(running.help() instanceof ContactsHelp help)) {
            return refuse(wish, Reason.NOT_FOUND);
        }
        var objection = objection(help, contact);
        return objection == null ? judge(wish, running, help, contact) : refuse(wish, objection);
    }

    private Outcome judge(
            ApproveContactRecovery wish, Assistances.Assistance running, ContactsHelp help, Contacts.Contact contact) {
        var outcome = asked(wish, help);
        if (outcome instanceof Done) {
            approve(running, help, contact);
        }
        return outcome instanceof Refused refused ? refuse(wish, refused.reason()) : outcome;
    }

    private static @Nullable Reason objection(ContactsHelp help, Contacts.Contact contact) {
        if (!help.asked().contains(contact.id())) {
            return Reason.TOO_NEW;
        }
        if (help.approvals().contains(contact.id())) {
            return Reason.ALREADY_USED;
        }
        return help.strikesOf(contact.accountId()) >= Limits.TRIES_PER_FLOW ? Reason.FLOW_DEAD : null;
    }

    /** The account of the contact knows whether the session is strong, and how often it guessed. */
    private Outcome asked(ApproveContactRecovery wish, ContactsHelp help) {
        var id = wish.recoveryId();
        boolean right = same(
                open(AskingContacts.code(id.value()), help.sealedCode()),
                wish.code().digits());
        var by = wish.by();
        var question = new JudgeVoiceCode(by.accountId(), by.sessionId(), id, right);
        return accounts.ask(by.accountId().value(), question);
    }

    private void approve(Assistances.Assistance running, ContactsHelp help, Contacts.Contact contact) {
        apply(new ContactRecoveryApproved(state.id, running.id(), contact.id(), contact.accountId()));
        boolean enough = help.approved(contact.id()).enough();
        if (enough && running.waiting() == null) {
            var completesAt = told(now().plus(running.waitingPeriod()));
            apply(new ContactRecoveryScheduled(
                    state.id,
                    running.id(),
                    completesAt,
                    completesAt.plus(Limits.ASSISTED_COMPLETION),
                    running.sealedVetoToken()));
        }
    }

    private Outcome refuse(ApproveContactRecovery wish, Reason reason) {
        if (state.real()) {
            var by = wish.by().accountId().value();
            var id = wish.recoveryId().value();
            apply(new ContactWishRefused(state.id, by, id, "approve a recovery as a contact", reason));
        }
        return new Refused(reason);
    }
}
