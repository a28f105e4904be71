package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.ConfirmLoss;
import io.latchkey.command.Done;
import io.latchkey.command.Limits;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.Refused;
import io.latchkey.command.ReportLoss;
import io.latchkey.command.SendLossLink;
import io.latchkey.command.Throttled;
import io.latchkey.event.LossLinkIssued;
import io.latchkey.event.LossReportRefused;
import io.latchkey.event.LossReported;
import io.latchkey.event.Reason;
import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;
import io.latchkey.value.LinkToken;
import io.latchkey.value.Lost;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reporting a loss from outside, with the password alone or by the mailbox alone. */
final class LossReports extends Decision {

    private static final String LINK = "LossLinkIssued/link";

    private final Losses losses;

    LossReports(AccountState state, Means means) {
        super(state, means);
        losses = new Losses(state, means);
    }

    /** Counted among the strangers of the sign-in, for without the secret key nobody is more than that. */
    Outcome report(ReportLoss wish) {
        var until = state.budgets.waitUntil(Factor.PASSWORD, false, now());
        if (until != null) {
            return throttled(Factor.PASSWORD, until);
        }
        boolean right =
                same(open("password", state.sealedPassword), wish.password().value());
        if (!state.real() || !right) {
            return refuse(Factor.PASSWORD, state.real() ? Reason.WRONG_PROOF : Reason.UNKNOWN_ACCOUNT);
        }
        return state.freeze.frozen() ? refuse(Factor.PASSWORD, Reason.FROZEN) : accept(Factor.PASSWORD, wish.lost());
    }

    /** None while one may be good, so that no stranger voids it; for an unknown account as much is done and stored. */
    Outcome send(SendLossLink wish) {
        var until = state.suspensions.linkAskedAt().plus(Limits.LOSS_LINK);
        if (now().isBefore(until)) {
            return throttled(Factor.EMAIL_CODE, until);
        }
        if (!state.real() || !state.mailbox.verified()) {
            means.sealer().pretend("account:" + state.id);
            return refuse(Factor.EMAIL_CODE, state.real() ? Reason.MISSING_PROOF : Reason.UNKNOWN_ACCOUNT);
        }
        var token = LinkToken.random(means.random());
        apply(new LossLinkIssued(state.id, seal(LINK, token.value()), now().plus(Limits.LOSS_LINK)));
        return new Done();
    }

    Outcome confirm(ConfirmLoss wish) {
        if (!state.real()) {
            return new Refused(Reason.NOT_FOUND);
        }
        var link = state.suspensions.link();
        var reason = objection(link, wish.token());
        if (link == null || reason != null) {
            return refuse(Factor.EMAIL_CODE, reason == null ? Reason.NOT_FOUND : reason);
        }
        return accept(Factor.EMAIL_CODE, wish.lost());
    }

    private @Nullable Reason objection(Suspensions.@Nullable Link link, LinkToken token) {
        if (!same(open(LINK, link == null ? null : link.issued().sealedLinkToken()), token.value()) || link == null) {
            return Reason.WRONG_PROOF;
        }
        if (link.spent()) {
            return Reason.ALREADY_USED;
        }
        return now().isBefore(link.issued().expiresAt()) ? null : Reason.EXPIRED;
    }

    /** Suspended, not removed: the account asks for its second factor as before. */
    private Outcome accept(Factor factor, Set<Lost> reported) {
        if (paused()) {
            return refuse(factor, Reason.TOO_EARLY);
        }
        boolean authenticators = reported.contains(Lost.AUTHENTICATORS);
        boolean devices = reported.contains(Lost.DEVICES);
        apply(new LossReported(state.id, factor, authenticators, devices));
        var lost = lostAuthenticators(authenticators);
        lost.forEach(id -> losses.suspendAuthenticator(id, Reason.REPORTED_LOST));
        lostDevices(devices).forEach(id -> losses.suspendDevice(id, Reason.REPORTED_LOST));
        if (!lost.isEmpty()) {
            losses.endSessions(null);
        }
        return new Done();
    }

    /** Who has one factor only cannot report again and again what the holder has just taken back. */
    private boolean paused() {
        return now().isBefore(state.suspensions.answeredAt().plus(Limits.LOSS_REPORT_PAUSE));
    }

    private List<String> lostAuthenticators(boolean reported) {
        return state.authenticators.active().stream()
                .map(Authenticators.Authenticator::id)
                .filter(id -> reported && !state.suspensions.has(id))
                .toList();
    }

    private List<String> lostDevices(boolean reported) {
        return reported ? state.devices.trusted(now()) : List.of();
    }

    private Outcome throttled(Factor factor, Instant until) {
        means.throttleLog().note(new AccountId(state.id), factor, now());
        return new Throttled(until);
    }

    private Outcome refuse(Factor factor, Reason reason) {
        apply(new LossReportRefused(state.id, factor, reason));
        return new Refused(reason);
    }
}
