package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.LinkToken;
import io.latchkey.value.MailedCode;
import io.latchkey.value.RecoveryId;
import io.latchkey.value.SignInId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Taking the second factors off after a waiting period: asked for with the password, proven by the mailbox. */
final class Resetting extends Decision {

    Resetting(AccountState state, Means means) {
        super(state, means);
    }

    /** One at a time: a second request joins the first, whose time stays. */
    Outcome request(RequestReset wish) {
        settle();
        var objection = objection(wish.signInId());
        if (objection != null) {
            return refuse(wish.recoveryId(), "begin a reset of the second factors", objection);
        }
        var running = state.resets.open();
        if (running != null && !running.givesWay(now())) {
            apply(new SecondFactorResetJoined(
                    state.id, running.id(), wish.signInId().value()));
            return begun(running);
        }
        stop(Reason.REPLACED);
        return start(wish);
    }

    /** A mailbox that was proven a few days ago may be an attacker's. */
    private @Nullable Reason objection(SignInId signInId) {
        var signIn = state.signIns.find(signInId.value());
        if (signIn == null) {
            return Reason.NOT_FOUND;
        }
        if (!now().isBefore(signIn.expiresAt())) {
            return Reason.EXPIRED;
        }
        if (state.freeze.frozen()) {
            return Reason.FROZEN;
        }
        var provenAt = state.mailbox.verifiedAt();
        if (provenAt == null) {
            return Reason.MISSING_PROOF;
        }
        var quarantine = means.policy().rule(Way.DELAYED_RESET).quarantine();
        return now().isBefore(provenAt.plus(quarantine)) ? Reason.QUARANTINED : null;
    }

    private Outcome start(RequestReset wish) {
        var id = wish.recoveryId().value();
        var signIn = state.signIns.find(wish.signInId().value());
        var policy = means.policy();
        apply(new SecondFactorResetStarted(
                state.id,
                id,
                wish.signInId().value(),
                signIn != null && signIn.deviceId() != null,
                policy.version(),
                policy.waitingPeriodOfReset().toSeconds(),
                seal(code(id), MailedCode.random(means.random()).digits()),
                seal(link(id), LinkToken.random(means.random()).value()),
                now().plus(Limits.RECOVERY)));
        return begun(Objects.requireNonNull(state.resets.find(id)));
    }

    private static Outcome begun(Resets.Reset reset) {
        var waiting = reset.waiting();
        var completesAt = waiting == null ? null : waiting.period().until();
        var latest = reset.expiresAt().plus(reset.waitingPeriod());
        return new ResetBegun(reset.id(), reset.expiresAt(), latest.plus(Limits.RESET_HANDLE), completesAt);
    }

    /** By the token of a notice and nothing else, so that the holder needs no session. */
    Outcome veto(VetoReset wish) {
        var waiting = waiting(wish.recoveryId());
        if (waiting == null) {
            return refuse(wish.recoveryId(), "veto a reset of the second factors", Reason.EXPIRED);
        }
        var held = open(veto(wish.recoveryId().value()), waiting.sealedVetoToken());
        if (!same(held, wish.token().value())) {
            return refuse(wish.recoveryId(), "veto a reset of the second factors", Reason.WRONG_PROOF);
        }
        stop(Reason.VETOED);
        return new Done();
    }

    Outcome cancel(CancelReset wish) {
        var reset = state.resets.find(wish.recoveryId().value());
        if (reset == null || reset.expired(now()) || reset.due(now())) {
            return new Refused(Reason.NOT_FOUND);
        }
        stop(Reason.CALLED_OFF);
        return new Done();
    }

    Outcome hurry(HurryReset wish) {
        var reason = waiting(wish.recoveryId()) == null ? Reason.EXPIRED : Reason.TOO_EARLY;
        return refuse(wish.recoveryId(), "end a reset of the second factors at once", reason);
    }

    /** Whoever wakes it may come late or early: only what is due is done. */
    Outcome advance(AdvanceReset wish) {
        var id = wish.recoveryId().value();
        var reset = state.resets.find(id);
        if (reset != null && !now().isBefore(reset.nextDue())) {
            var waiting = reset.waiting();
            if (waiting == null) {
                apply(new SecondFactorResetExpired(state.id, id));
            } else if (!reset.due(now())) {
                apply(new SecondFactorResetReminded(
                        state.id, id, waiting.period().until(), waiting.sealedVetoToken()));
            }
        }
        settle();
        var left = state.resets.find(id);
        return new NextDue(left == null ? null : left.nextDue());
    }

    /** Does what a deadline has not come to do yet. */
    void settle() {
        var reset = state.resets.open();
        if (reset != null && reset.due(now())) {
            apply(new SecondFactorsReset(state.id, reset.id(), reset.policyVersion()));
        }
    }

    void stop(Reason reason) {
        var reset = state.resets.open();
        if (reset != null) {
            apply(new SecondFactorResetCancelled(state.id, reset.id(), reason));
        }
    }

    private Resets.@Nullable Waiting waiting(RecoveryId id) {
        var reset = state.resets.find(id.value());
        return reset == null || reset.due(now()) ? null : reset.waiting();
    }

    private Outcome refuse(RecoveryId id, String change, Reason reason) {
        if (state.real()) {
            apply(new SecondFactorResetRefused(state.id, id.value(), change, reason));
        }
        return new Refused(reason);
    }

    static String code(String id) {
        return "SecondFactorReset/code/" + id;
    }

    static String link(String id) {
        return "SecondFactorReset/link/" + id;
    }

    static String veto(String id) {
        return "SecondFactorReset/veto/" + id;
    }
}
