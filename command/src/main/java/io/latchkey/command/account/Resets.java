package io.latchkey.command.account;

import io.latchkey.command.Limits;
import io.latchkey.command.WaitingPeriod;
import io.latchkey.event.Reason;
import io.latchkey.event.SecondFactorResetProofRefused;
import io.latchkey.event.SecondFactorResetScheduled;
import io.latchkey.event.SecondFactorResetStarted;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one reset of the second factors that may be open. */
final class Resets {

    /** The proven mailbox, and the time in which the holder can stop it; told until the last reminder. */
    record Waiting(String sealedVetoToken, WaitingPeriod period, Instant told) {}

    record Reset(
            String id,
            boolean knownClient,
            String policyVersion,
            Duration waitingPeriod,
            String sealedCode,
            String sealedLinkToken,
            Instant startedAt,
            Instant expiresAt,
            int strikes,
            @Nullable Waiting waiting) {

        /** Never proven in its time. */
        boolean expired(Instant now) {
            return waiting == null && !now.isBefore(expiresAt);
        }

        boolean due(Instant now) {
            return waiting != null && waiting.period.over(now);
        }

        /** A newer request takes the place of one whose mailbox nobody has proven, but sends no two mails at once. */
        boolean givesWay(Instant now) {
            return waiting == null && !now.isBefore(startedAt.plus(Limits.MAIL_PAUSE));
        }

        Instant nextDue() {
            return waiting == null ? expiresAt : waiting.period.nextAfter(waiting.told);
        }

        private Reset with(int struck, @Nullable Waiting now) {
            return new Reset(
                    id,
                    knownClient,
                    policyVersion,
                    waitingPeriod,
                    sealedCode,
                    sealedLinkToken,
                    startedAt,
                    expiresAt,
                    struck,
                    now);
        }
    }

    private @Nullable Reset open;

    void start(SecondFactorResetStarted event, Instant at) {
        open = new Reset(
                event.recoveryId(),
                event.knownClient(),
                event.policyVersion(),
                Duration.ofSeconds(event.waitingSeconds()),
                event.sealedCode(),
                event.sealedLinkToken(),
                at,
                event.expiresAt(),
                0,
                null);
    }

    void refuse(SecondFactorResetProofRefused event) {
        var reset = find(event.recoveryId());
        if (reset != null && event.reason() == Reason.WRONG_PROOF) {
            open = reset.with(reset.strikes + 1, reset.waiting);
        }
    }

    void schedule(SecondFactorResetScheduled event, Instant at) {
        if (open != null) {
            var period = new WaitingPeriod(at, event.completesAt());
            open = open.with(open.strikes, new Waiting(event.sealedVetoToken(), period, at));
        }
    }

    void remind(Instant at) {
        if (open != null && open.waiting != null) {
            open = open.with(open.strikes, new Waiting(open.waiting.sealedVetoToken, open.waiting.period, at));
        }
    }

    void end() {
        open = null;
    }

    @Nullable
    Reset open() {
        return open;
    }

    @Nullable
    Reset find(String id) {
        return open != null && open.id.equals(id) ? open : null;
    }
}
