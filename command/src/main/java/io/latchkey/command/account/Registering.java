package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.Done;
import io.latchkey.command.Limits;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.Refused;
import io.latchkey.command.RegisterAccount;
import io.latchkey.command.Registered;
import io.latchkey.command.Throttled;
import io.latchkey.command.VerifyMailbox;
import io.latchkey.event.AccountRegistered;
import io.latchkey.event.FactorDisabled;
import io.latchkey.event.MailboxCodeIssued;
import io.latchkey.event.MailboxVerificationRefused;
import io.latchkey.event.MailboxVerified;
import io.latchkey.event.Reason;
import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import io.latchkey.value.Factor;
import io.latchkey.value.LinkToken;
import io.latchkey.value.MailedCode;
import io.latchkey.value.SecretKey;

/** Opening an account and proving its mailbox. */
final class Registering extends Decision {

    Registering(AccountState state, Means means) {
        super(state, means);
    }

    Outcome register(RegisterAccount wish) {
        if (state.opened) {
            return new Refused(Reason.ALREADY_USED);
        }
        var id = wish.accountId().value();
        var secretKey = SecretKey.random(means.random());
        apply(new AccountRegistered(
                id,
                sealFor(id, "AccountRegistered/email", wish.email().value()),
                sealFor(id, "AccountRegistered/name", wish.name().value()),
                sealFor(id, "password", wish.password().value()),
                sealFor(id, "secretKey", means.hashing().secretKey(wish.accountId(), secretKey))));
        issue();
        return new Registered(secretKey.formatted());
    }

    Outcome resend() {
        var pending = state.mailbox.pending();
        if (!state.real() || state.mailbox.verified() || pending == null) {
            return new Refused(Reason.NOT_FOUND);
        }
        if (now().isBefore(pending.sentAt().plus(Limits.MAIL_PAUSE))) {
            return new Throttled(pending.sentAt().plus(Limits.MAIL_PAUSE));
        }
        issue();
        return new Done();
    }

    Outcome verify(VerifyMailbox wish) {
        var pending = state.mailbox.pending();
        if (!state.real() || pending == null) {
            return refuse(Reason.NOT_FOUND);
        }
        var until = state.budgets.waitUntil(Factor.EMAIL_CODE, false, now());
        if (wish.code() != null && until != null) {
            means.throttleLog().note(wish.accountId(), Factor.EMAIL_CODE, now());
            return new Throttled(until);
        }
        if (!now().isBefore(pending.expiresAt())) {
            return refuse(Reason.EXPIRED);
        }
        boolean guessed = wish.link() == null;
        if (guessed && (pending.strikes() >= Limits.TRIES_PER_FLOW || state.disabled.contains(Factor.EMAIL_CODE))) {
            return refuse(Reason.FLOW_DEAD);
        }
        if (!right(wish, pending)) {
            return wrong(guessed);
        }
        var lookup = means.hashing().lookup(new EmailAddress(open("AccountRegistered/email", state.sealedEmail)));
        if (!means.identifiers().claim(lookup, new AccountId(state.id))) {
            return refuse(Reason.ADDRESS_TAKEN);
        }
        apply(new MailboxVerified(state.id));
        return new Done();
    }

    private boolean right(VerifyMailbox wish, Mailbox.Pending pending) {
        var link = wish.link();
        if (link != null) {
            return same(open("MailboxCodeIssued/link", pending.sealedLinkToken()), link.value());
        }
        var code = wish.code();
        return code != null && same(open("MailboxCodeIssued/code", pending.sealedCode()), code.digits());
    }

    private Outcome wrong(boolean guessed) {
        apply(new MailboxVerificationRefused(state.id, guessed ? Reason.WRONG_PROOF : Reason.NOT_FOUND));
        if (state.budgets.exhausted(Factor.EMAIL_CODE)) {
            apply(new FactorDisabled(state.id, Factor.EMAIL_CODE));
        }
        return new Refused(Reason.WRONG_PROOF);
    }

    private Outcome refuse(Reason reason) {
        if (state.real()) {
            apply(new MailboxVerificationRefused(state.id, reason));
        }
        return new Refused(reason);
    }

    private void issue() {
        var code = MailedCode.random(means.random());
        var link = LinkToken.random(means.random());
        apply(new MailboxCodeIssued(
                state.id,
                seal("MailboxCodeIssued/code", code.digits()),
                seal("MailboxCodeIssued/link", link.value()),
                now().plus(Limits.MAILBOX_CODE)));
    }
}
