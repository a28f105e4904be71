package io.latchkey.command.account;

import io.latchkey.command.WaitingPeriod;
import io.latchkey.event.AssistedCredentialsChosen;
import io.latchkey.event.AssistedRecoveryProofRefused;
import io.latchkey.event.AssistedRecoveryStarted;
import io.latchkey.event.ContactRecoveryApproved;
import io.latchkey.event.ContactRecoveryScheduled;
import io.latchkey.event.ContactRecoveryStarted;
import io.latchkey.event.ContactWishRefused;
import io.latchkey.event.Reason;
import io.latchkey.value.Factor;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The one recovery with the help of others that may be open, and how it waits; whose help it is does not matter here. */
final class Assistances {

    /** The time in which it can be stopped; told until the last reminder. */
    record Waiting(WaitingPeriod period, Instant told) {

        private Instant nextReminderOr(Instant end) {
            return period.reminders().stream()
                    .filter(at -> at.isAfter(told))
                    .findFirst()
                    .orElse(end);
        }
    }

    record Assistance(
            String id,
            String policyVersion,
            Duration waitingPeriod,
            String sealedVetoToken,
            Instant expiresAt,
            @Nullable Waiting waiting,
            Help help) {

        boolean expired(Instant now) {
            return !now.isBefore(expiresAt);
        }

        /** The next reminder, or the end. */
        Instant nextDue() {
            return waiting == null ? expiresAt : waiting.nextReminderOr(expiresAt);
        }

        private Assistance with(Instant until, @Nullable Waiting now, Help given) {
            return new Assistance(id, policyVersion, waitingPeriod, sealedVetoToken, until, now, given);
        }
    }

    private @Nullable Assistance open;

    void start(AssistedRecoveryStarted event) {
        open = new Assistance(
                event.recoveryId(),
                event.policyVersion(),
                Duration.ofSeconds(event.waitingSeconds()),
                event.sealedVetoToken(),
                event.expiresAt(),
                null,
                OrganizersHelp.of(event));
    }

    void start(ContactRecoveryStarted event) {
        open = new Assistance(
                event.recoveryId(),
                event.policyVersion(),
                Duration.ofSeconds(event.waitingSeconds()),
                event.sealedVetoToken(),
                event.expiresAt(),
                null,
                ContactsHelp.of(event));
    }

    /** Nobody guesses the token of a link, so that only the password can be tried too often. */
    void refuse(AssistedRecoveryProofRefused event) {
        if (event.factor() == Factor.PASSWORD && event.reason() == Reason.WRONG_PROOF) {
            change(event.recoveryId(), help -> help instanceof OrganizersHelp of ? of.struck() : help);
        }
    }

    void refuse(ContactWishRefused event) {
        if (event.reason() == Reason.WRONG_PROOF) {
            change(
                    event.recoveryId(),
                    help -> help instanceof ContactsHelp of ? of.struck(event.contactAccountId()) : help);
        }
    }

    void approve(ContactRecoveryApproved event) {
        change(event.recoveryId(), help -> help instanceof ContactsHelp of ? of.approved(event.contactId()) : help);
    }

    /** Who is no contact any more has not approved, either. */
    void withdraw(String contactId) {
        if (open != null) {
            change(open.id, help -> help instanceof ContactsHelp of ? of.without(contactId) : help);
        }
    }

    void choose(AssistedCredentialsChosen event, Instant at) {
        change(event.recoveryId(), help -> help instanceof OrganizersHelp of ? of.chosen(event) : help);
        await(event.completesAt(), event.expiresAt(), at);
    }

    void schedule(ContactRecoveryScheduled event, Instant at) {
        await(event.completesAt(), event.expiresAt(), at);
    }

    private void await(Instant completesAt, Instant expiresAt, Instant at) {
        if (open != null) {
            open = open.with(expiresAt, new Waiting(new WaitingPeriod(at, completesAt), at), open.help);
        }
    }

    private void change(@Nullable String id, UnaryOperator<Help> how) {
        if (open != null && open.id.equals(id)) {
            open = open.with(open.expiresAt, open.waiting, how.apply(open.help));
        }
    }

    void remind(Instant at) {
        if (open != null && open.waiting != null) {
            open = open.with(open.expiresAt, new Waiting(open.waiting.period, at), open.help);
        }
    }

    void end() {
        open = null;
    }

    @Nullable
    Assistance open() {
        return open;
    }

    @Nullable
    Assistance find(String id) {
        return open != null && open.id.equals(id) ? open : null;
    }

    /** The one of this id, unless its time is over. */
    @Nullable
    Assistance running(String id, Instant now) {
        var found = find(id);
        return found == null || found.expired(now) ? null : found;
    }
}
