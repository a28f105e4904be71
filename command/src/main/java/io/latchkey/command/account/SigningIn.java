package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.Done;
import io.latchkey.command.Limits;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.ProveBackupCode;
import io.latchkey.command.ProveEmailCode;
import io.latchkey.command.ProveTotp;
import io.latchkey.command.Refused;
import io.latchkey.command.SecondFactorNeeded;
import io.latchkey.command.SignIn;
import io.latchkey.command.Throttled;
import io.latchkey.event.EmailCodeAccepted;
import io.latchkey.event.EmailCodeIssued;
import io.latchkey.event.Reason;
import io.latchkey.event.SessionKind;
import io.latchkey.event.SignInBegun;
import io.latchkey.event.SignInRefused;
import io.latchkey.value.Factor;
import io.latchkey.value.MailedCode;
import io.latchkey.value.SignInId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Password with secret key or trusted device, then a second factor. */
final class SigningIn extends Decision {

    private final SecondFactors factors;
    private final SessionKeeping sessions;

    SigningIn(AccountState state, Means means) {
        super(state, means);
        factors = new SecondFactors(state, means);
        sessions = new SessionKeeping(state, means);
    }

    /** A client is known when it holds the secret key or a trusted device; strangers spend a budget of their own. */
    Outcome begin(SignIn wish) {
        var device = wish.deviceId();
        boolean onDevice = device != null && state.trusts(device.value(), now());
        var secretKey = wish.secretKeyDigest() == null ? "" : wish.secretKeyDigest();
        boolean holdsKey = same(open("secretKey", state.sealedSecretKey), secretKey);
        boolean knownClient = onDevice || holdsKey;
        var until = state.budgets.waitUntil(Factor.PASSWORD, knownClient, now());
        if (until != null) {
            means.throttleLog().note(wish.accountId(), Factor.PASSWORD, now());
            return new Throttled(until);
        }
        boolean right =
                same(open("password", state.sealedPassword), wish.password().value());
        if (!state.real() || !knownClient || !right) {
            var reason = state.real() ? Reason.WRONG_PROOF : Reason.UNKNOWN_ACCOUNT;
            apply(new SignInRefused(state.id, null, Factor.PASSWORD, knownClient, reason));
            return new Refused(reason);
        }
        return proceed(wish.signInId(), device != null && onDevice ? device.value() : null);
    }

    private Outcome proceed(SignInId signInId, @Nullable String deviceId) {
        new Resetting(state, means).settle();
        if (state.reenrolmentForced) {
            return sessions.start(SessionKind.RECOVERY, 1, List.of(Factor.PASSWORD), deviceId);
        }
        if (state.authenticators.none()) {
            return sessions.start(SessionKind.FULL, 1, List.of(Factor.PASSWORD), deviceId);
        }
        var expiresAt = now().plus(Limits.SIGN_IN);
        var offered = offered(deviceId);
        apply(new SignInBegun(state.id, signInId.value(), deviceId, offered, expiresAt));
        return new SecondFactorNeeded(signInId.value(), offered, expiresAt);
    }

    private List<Factor> offered(@Nullable String deviceId) {
        var offered = new ArrayList<Factor>();
        if (!state.disabled.contains(Factor.TOTP) && state.authenticatorCounts()) {
            offered.add(Factor.TOTP);
        }
        if (state.backupCodes.left() > 0 && !state.disabled.contains(Factor.BACKUP_CODE)) {
            offered.add(Factor.BACKUP_CODE);
        }
        if (state.freeze.frozen()) {
            return List.copyOf(offered);
        }
        offered.add(Factor.EMAIL_CODE);
        var key = state.keyOf(deviceId, now());
        if (key != null && key.counts(now())) {
            offered.add(Factor.DEVICE_KEY);
        }
        return List.copyOf(offered);
    }

    Outcome prove(ProveTotp wish) {
        return prove(wish.signInId(), Factor.TOTP, waiting -> {
            var reason = factors.spend(wish.code(), waiting.id());
            return reason != null ? new Refused(reason) : strong(waiting, Factor.TOTP);
        });
    }

    Outcome prove(ProveBackupCode wish) {
        return prove(wish.signInId(), Factor.BACKUP_CODE, waiting -> {
            var reason = factors.spend(wish.code(), waiting.id());
            return reason != null ? new Refused(reason) : strong(waiting, Factor.BACKUP_CODE);
        });
    }

    Outcome prove(ProveEmailCode wish) {
        return prove(wish.signInId(), Factor.EMAIL_CODE, waiting -> {
            var reason = emailCodeObjection(waiting, wish.code());
            if (reason != null) {
                return new Refused(reason);
            }
            apply(new EmailCodeAccepted(state.id, waiting.id()));
            return sessions.start(
                    SessionKind.RECOVERY, 1, List.of(Factor.PASSWORD, Factor.EMAIL_CODE), waiting.deviceId());
        });
    }

    Outcome sendEmailCode(SignInId signInId) {
        var waiting = state.signIns.find(signInId.value());
        if (waiting == null || !now().isBefore(waiting.expiresAt())) {
            return refuse(signInId, Factor.EMAIL_CODE, false, Reason.EXPIRED);
        }
        if (state.freeze.frozen()) {
            return refuse(signInId, Factor.EMAIL_CODE, false, Reason.FROZEN);
        }
        var sentAt = waiting.emailCodeSentAt();
        if (sentAt != null && now().isBefore(sentAt.plus(Limits.MAIL_PAUSE))) {
            return new Throttled(sentAt.plus(Limits.MAIL_PAUSE));
        }
        var code = MailedCode.random(means.random());
        apply(new EmailCodeIssued(
                state.id,
                signInId.value(),
                seal("EmailCodeIssued/code", code.digits()),
                now().plus(Limits.EMAIL_CODE)));
        return new Done();
    }

    private Outcome prove(SignInId signInId, Factor factor, Function<SignIns.Waiting, Outcome> judge) {
        var waiting = state.signIns.find(signInId.value());
        if (waiting == null) {
            return refuse(signInId, factor, false, Reason.NOT_FOUND);
        }
        boolean knownClient = waiting.deviceId() != null;
        if (!now().isBefore(waiting.expiresAt())) {
            return refuse(signInId, factor, knownClient, Reason.EXPIRED);
        }
        if (waiting.strikes() >= Limits.TRIES_PER_FLOW) {
            return refuse(signInId, factor, knownClient, Reason.FLOW_DEAD);
        }
        var until = factors.waitUntil(factor, knownClient);
        if (until != null) {
            return new Throttled(until);
        }
        var outcome = judge.apply(waiting);
        if (outcome instanceof Refused refused) {
            return factors.refuse(signInId.value(), factor, knownClient, refused.reason());
        }
        return outcome;
    }

    private Outcome strong(SignIns.Waiting waiting, Factor factor) {
        return sessions.start(SessionKind.FULL, 2, List.of(Factor.PASSWORD, factor), waiting.deviceId());
    }

    private @Nullable Reason emailCodeObjection(SignIns.Waiting waiting, MailedCode code) {
        if (state.freeze.frozen()) {
            return Reason.FROZEN;
        }
        var expiresAt = waiting.emailCodeExpiresAt();
        if (state.disabled.contains(Factor.EMAIL_CODE)) {
            return Reason.DISABLED;
        }
        if (expiresAt == null || !now().isBefore(expiresAt)) {
            return Reason.EXPIRED;
        }
        return same(open("EmailCodeIssued/code", waiting.sealedEmailCode()), code.digits()) ? null : Reason.WRONG_PROOF;
    }

    private Outcome refuse(SignInId signInId, Factor factor, boolean knownClient, Reason reason) {
        if (state.real()) {
            apply(new SignInRefused(state.id, signInId.value(), factor, knownClient, reason));
        }
        return new Refused(reason);
    }
}
