package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.Done;
import io.latchkey.command.EndSession;
import io.latchkey.command.Limits;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.RefreshSession;
import io.latchkey.command.Refused;
import io.latchkey.command.SessionGrant;
import io.latchkey.command.SignedIn;
import io.latchkey.command.StepUpWithBackupCode;
import io.latchkey.command.StepUpWithPassword;
import io.latchkey.command.StepUpWithTotp;
import io.latchkey.command.Throttled;
import io.latchkey.event.Reason;
import io.latchkey.event.SessionEnded;
import io.latchkey.event.SessionKind;
import io.latchkey.event.SessionRefreshRefused;
import io.latchkey.event.SessionRefreshed;
import io.latchkey.event.SessionStarted;
import io.latchkey.event.SessionsEnded;
import io.latchkey.value.Factor;
import io.latchkey.value.SessionId;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starting, refreshing, strengthening and ending sessions. */
final class SessionKeeping extends Decision {

    private final SecondFactors factors;

    SessionKeeping(AccountState state, Means means) {
        super(state, means);
        factors = new SecondFactors(state, means);
    }

    Outcome start(SessionKind kind, int assurance, List<Factor> proven, @Nullable String deviceId) {
        var surplus = state.sessions.surplus(now());
        if (surplus != null) {
            apply(new SessionEnded(state.id, surplus.id(), Reason.TOO_MANY_SESSIONS));
        }
        var lasting = kind == SessionKind.FULL ? Limits.SESSION : Limits.RECOVERY_SESSION;
        var id = means.ids().next();
        apply(new SessionStarted(state.id, id, kind, assurance, proven, deviceId, now().plus(lasting)));
        var left = proven.contains(Factor.BACKUP_CODE) ? state.backupCodes.left() : null;
        return new SignedIn(grant(id), left);
    }

    Outcome refresh(RefreshSession wish) {
        var id = wish.sessionId().value();
        var session = state.sessions.find(id);
        if (session == null || !session.live(now()) || session.kind() == SessionKind.RECOVERY) {
            return refuseRefresh(id, Reason.EXPIRED);
        }
        if (wish.generation() != session.generation()) {
            var refused = refuseRefresh(id, Reason.TOKEN_REUSED);
            apply(new SessionEnded(state.id, id, Reason.TOKEN_REUSED));
            return refused;
        }
        apply(new SessionRefreshed(state.id, id, session.generation() + 1));
        return new SignedIn(grant(id), null);
    }

    Outcome end(EndSession wish) {
        var target = state.sessions.find(wish.target().value());
        if (target == null || state.sessions.live(wish.sessionId().value(), now()) == null) {
            return new Refused(Reason.NOT_FOUND);
        }
        boolean own = wish.target().equals(wish.sessionId());
        apply(new SessionEnded(state.id, target.id(), own ? Reason.SIGNED_OUT : Reason.ENDED_BY_HOLDER));
        return new Done();
    }

    Outcome endOthers(SessionId kept) {
        if (state.sessions.live(kept.value(), now()) == null) {
            return new Refused(Reason.NOT_FOUND);
        }
        if (state.sessions.others(kept.value())) {
            apply(new SessionsEnded(state.id, kept.value(), Reason.ENDED_BY_HOLDER));
        }
        return new Done();
    }

    Outcome stepUp(StepUpWithTotp wish) {
        return stepUp(wish.sessionId(), Factor.TOTP, () -> factors.spend(wish.code(), null));
    }

    Outcome stepUp(StepUpWithBackupCode wish) {
        return stepUp(wish.sessionId(), Factor.BACKUP_CODE, () -> factors.spend(wish.code(), null));
    }

    /** Only while the account has no second factor is the password proof enough. */
    Outcome stepUp(StepUpWithPassword wish) {
        return stepUp(wish.sessionId(), Factor.PASSWORD, () -> {
            boolean right =
                    same(open("password", state.sealedPassword), wish.password().value());
            if (!state.authenticators.none()) {
                return Reason.NO_SUCH_FACTOR;
            }
            return right ? null : Reason.WRONG_PROOF;
        });
    }

    /** The session that proved itself anew gets a new id; the old one ends (ASVS 7.2.4). */
    private Outcome stepUp(SessionId sessionId, Factor factor, Supplier<@Nullable Reason> judge) {
        var session = state.sessions.live(sessionId.value(), now());
        if (session == null || session.kind() == SessionKind.RECOVERY) {
            return refuse(sessionId, "step up", Reason.NOT_ALLOWED);
        }
        var until = factors.waitUntil(factor, true);
        if (until != null) {
            return new Throttled(until);
        }
        var reason = judge.get();
        if (reason != null) {
            return factors.refuse(null, factor, true, reason);
        }
        apply(new SessionEnded(state.id, session.id(), Reason.STEPPED_UP));
        int assurance = factor == Factor.PASSWORD ? session.assurance() : 2;
        return start(SessionKind.FULL, assurance, proven(factor), session.deviceId());
    }

    private static List<Factor> proven(Factor factor) {
        return factor == Factor.PASSWORD ? List.of(Factor.PASSWORD) : List.of(Factor.PASSWORD, factor);
    }

    private Outcome refuseRefresh(String sessionId, Reason reason) {
        if (state.real()) {
            apply(new SessionRefreshRefused(state.id, sessionId, reason));
        }
        return new Refused(reason);
    }

    SessionGrant grant(String sessionId) {
        var session = Objects.requireNonNull(state.sessions.find(sessionId));
        boolean staff = session.kind() == SessionKind.FULL && session.assurance() == 2 && !state.freeze.frozen();
        return new SessionGrant(
                state.id,
                session.id(),
                session.generation(),
                session.kind(),
                session.assurance(),
                session.factors(),
                staff ? List.copyOf(state.roles) : List.of(),
                session.provenAt(),
                session.expiresAt());
    }
}
