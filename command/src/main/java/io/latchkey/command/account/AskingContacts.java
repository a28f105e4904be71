package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.AccountId;
import io.latchkey.value.LinkToken;
import io.latchkey.value.SecretKey;
import io.latchkey.value.VoiceCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way back with recovery contacts, for whoever has proven the mailbox: they are asked, and at the end it is completed. */
final class AskingContacts extends Decision {

    private final WayRule rule;

    AskingContacts(AccountState state, Means means) {
        super(state, means);
        rule = means.policy().rule(Way.CONTACTS);
    }

    Outcome start(StartContactRecovery wish, Accounts accounts) {
        var objection = objection(wish);
        if (objection != null) {
            return new Refused(objection);
        }
        var asked = helpful(accounts);
        if (asked.size() < rule.approvals()) {
            return new Refused(Reason.TOO_FEW_CONTACTS);
        }
        new Assisting(state, means).expire();
        return ask(wish, asked, accounts);
    }

    private @Nullable Reason objection(StartContactRecovery wish) {
        if (wish.begunAt().isBefore(state.recoveredAt)) {
            return Reason.RECOVERED;
        }
        return state.freeze.closes(wish.begunAt())
                ? Reason.FROZEN
                : new Assisting(state, means).objection(rule.quarantine());
    }

    /** Who was bound long enough ago and could approve today. */
    private List<Contacts.Contact> helpful(Accounts accounts) {
        return state.contacts.accepted().stream()
                .filter(one -> one.ripe(rule.quarantine(), now()))
                .filter(one -> accounts.ask(one.accountId(), new JudgeStanding(new AccountId(one.accountId())))
                        instanceof Done)
                .toList();
    }

    private Outcome ask(StartContactRecovery wish, List<Contacts.Contact> asked, Accounts accounts) {
        var code = VoiceCode.random(means.random());
        var until = now().plus(Limits.CONTACT_APPROVALS);
        begin(wish.recoveryId().value(), asked, code, until);
        for (var one : asked) {
            var contact = new AccountId(one.accountId());
            accounts.ask(
                    contact.value(),
                    new ReceiveApprovalRequest(contact, wish.accountId(), wish.recoveryId(), self(), until));
        }
        return new ContactsAsked(state.id, code.formatted(), rule.approvals(), until);
    }

    private void begin(String id, List<Contacts.Contact> asked, VoiceCode code, Instant until) {
        apply(new ContactRecoveryStarted(
                state.id,
                id,
                means.policy().version(),
                rule.waiting().standard().toSeconds(),
                rule.approvals(),
                asked.stream().map(Contacts.Contact::id).toList(),
                seal(code(id), code.digits()),
                seal(Assisting.veto(id), LinkToken.random(means.random()).value()),
                until));
    }

    /** Approvals are counted again: a contact who left meanwhile has not approved. */
    Outcome complete(CompleteContactRecovery wish) {
        var id = wish.recoveryId().value();
        var running = state.assistances.running(id, now());
        var objection = objection(running);
        if (running == null || objection != null) {
            return refuse(id, objection == null ? Reason.EXPIRED : objection);
        }
        new Resetting(state, means).stop(Reason.RECOVERED);
        var secretKey = SecretKey.random(means.random());
        apply(new AccountRecovered(
                state.id,
                id,
                seal("password", wish.password().value()),
                seal("secretKey", means.hashing().secretKey(wish.accountId(), secretKey)),
                running.policyVersion()));
        return new Recovered(secretKey.formatted(), null, null);
    }

    private @Nullable Reason objection(Assistances.@Nullable Assistance running) {
        if (running == null || !(running.help() instanceof ContactsHelp help)) {
            return Reason.EXPIRED;
        }
        var waiting = running.waiting();
        if (waiting == null || !help.enough()) {
            return Reason.MISSING_APPROVAL;
        }
        return waiting.period().over(now()) ? null : Reason.TOO_EARLY;
    }

    private Outcome refuse(String id, Reason reason) {
        if (state.real()) {
            apply(new AssistedRecoveryRefused(state.id, id, "complete a recovery with contacts", reason));
        }
        return new Refused(reason);
    }

    static String code(String id) {
        return "ContactRecovery/code/" + id;
    }
}
