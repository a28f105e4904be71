package io.latchkey.command.account;

import io.latchkey.command.WaitingPeriod;
import io.latchkey.event.AssistedCredentialsChosen;
import io.latchkey.event.AssistedRecoveryProofRefused;
import io.latchkey.event.AssistedRecoveryStarted;
import io.latchkey.event.Reason;
import io.latchkey.value.Factor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one assisted recovery that may be open. */
final class Assistances {

    /** What the holder has proven and chosen, and the time in which it can be stopped; told until the last reminder. */
    record Chosen(
            List<Factor> factors, String sealedPassword, String sealedSecretKey, WaitingPeriod period, Instant told) {

        private Instant nextReminderOr(Instant end) {
            return period.reminders().stream()
                    .filter(at -> at.isAfter(told))
                    .findFirst()
                    .orElse(end);
        }
    }

    record Assistance(
            String id,
            String groupId,
            String policyVersion,
            Duration waitingPeriod,
            String sealedLinkToken,
            String sealedVetoToken,
            Instant expiresAt,
            int strikes,
            @Nullable Chosen chosen) {

        boolean expired(Instant now) {
            return !now.isBefore(expiresAt);
        }

        /** The next reminder, or the end. */
        Instant nextDue() {
            return chosen == null ? expiresAt : chosen.nextReminderOr(expiresAt);
        }

        private Assistance with(Instant until, int struck, @Nullable Chosen now) {
            return new Assistance(
                    id, groupId, policyVersion, waitingPeriod, sealedLinkToken, sealedVetoToken, until, struck, now);
        }
    }

    private @Nullable Assistance open;

    void start(AssistedRecoveryStarted event) {
        open = new Assistance(
                event.recoveryId(),
                event.groupId(),
                event.policyVersion(),
                Duration.ofSeconds(event.waitingSeconds()),
                event.sealedLinkToken(),
                event.sealedVetoToken(),
                event.expiresAt(),
                0,
                null);
    }

    /** Nobody guesses the token of a link, so that only the password can be tried too often. */
    void refuse(AssistedRecoveryProofRefused event) {
        var found = find(event.recoveryId());
        if (found != null && event.factor() == Factor.PASSWORD && event.reason() == Reason.WRONG_PROOF) {
            open = found.with(found.expiresAt, found.strikes + 1, found.chosen);
        }
    }

    void choose(AssistedCredentialsChosen event, Instant at) {
        if (open != null) {
            var period = new WaitingPeriod(at, event.completesAt());
            var factors = List.copyOf(event.factors());
            var chosen = new Chosen(factors, event.sealedPassword(), event.sealedSecretKey(), period, at);
            open = open.with(event.expiresAt(), open.strikes, chosen);
        }
    }

    void remind(Instant at) {
        if (open != null && open.chosen != null) {
            var old = open.chosen;
            var told = new Chosen(old.factors, old.sealedPassword, old.sealedSecretKey, old.period, at);
            open = open.with(open.expiresAt, open.strikes, told);
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
