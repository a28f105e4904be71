package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.Done;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.Refused;
import io.latchkey.command.ResumeAuthenticator;
import io.latchkey.command.ResumeDevice;
import io.latchkey.command.SuspendAuthenticator;
import io.latchkey.command.SuspendDevice;
import io.latchkey.event.AuthenticatorResumed;
import io.latchkey.event.AuthenticatorSuspended;
import io.latchkey.event.DeviceResumed;
import io.latchkey.event.DeviceSuspended;
import io.latchkey.event.Reason;
import io.latchkey.event.SessionsEnded;
import io.latchkey.value.SessionId;
import org.jspecify.annotations.Nullable;

/** Suspending what was lost, in a session of any strength, and lifting that in a strong one. */
final class Losses extends Decision {

    Losses(AccountState state, Means means) {
        super(state, means);
    }

    Outcome suspend(SuspendAuthenticator wish) {
        if (state.sessions.live(wish.sessionId().value(), now()) == null) {
            return refuse(wish.sessionId(), "report an authenticator lost", Reason.NOT_ALLOWED);
        }
        if (!state.authenticators.has(wish.authenticatorId().value())) {
            return new Refused(Reason.NOT_FOUND);
        }
        if (suspendAuthenticator(wish.authenticatorId().value(), Reason.REPORTED_LOST)) {
            endSessions(wish.sessionId().value());
        }
        return new Done();
    }

    Outcome suspend(SuspendDevice wish) {
        if (state.sessions.live(wish.sessionId().value(), now()) == null) {
            return refuse(wish.sessionId(), "report a device lost", Reason.NOT_ALLOWED);
        }
        if (!state.devices.has(wish.deviceId().value())) {
            return new Refused(Reason.NOT_FOUND);
        }
        suspendDevice(wish.deviceId().value(), Reason.REPORTED_LOST);
        return new Done();
    }

    Outcome resume(ResumeAuthenticator wish) {
        var id = wish.authenticatorId().value();
        var objection = objection(wish.sessionId(), id);
        if (objection != null) {
            return refuse(wish.sessionId(), "let a suspended authenticator count again", objection);
        }
        if (!state.authenticators.has(id)) {
            return new Refused(Reason.NOT_FOUND);
        }
        apply(new AuthenticatorResumed(state.id, id));
        return new Done();
    }

    Outcome resume(ResumeDevice wish) {
        var id = wish.deviceId().value();
        var objection = objection(wish.sessionId(), id);
        if (objection != null) {
            return refuse(wish.sessionId(), "trust a suspended device again", objection);
        }
        if (!state.devices.has(id)) {
            return new Refused(Reason.NOT_FOUND);
        }
        apply(new DeviceResumed(state.id, id));
        return new Done();
    }

    /** Whatever the suspended authenticator had opened elsewhere ended with it. */
    private @Nullable Reason objection(SessionId sessionId, String id) {
        var objection = objection(sessionId, false, true);
        return objection == null && !state.suspensions.has(id) ? Reason.NOT_FOUND : objection;
    }

    /** False when nothing changed. */
    boolean suspendAuthenticator(String id, Reason reason) {
        if (state.suspensions.has(id)) {
            return false;
        }
        apply(new AuthenticatorSuspended(state.id, id, reason));
        return true;
    }

    void suspendDevice(String id, Reason reason) {
        if (!state.suspensions.has(id)) {
            apply(new DeviceSuspended(state.id, id, reason));
        }
    }

    /** Whoever has what was lost may be in one of them. */
    void endSessions(@Nullable String kept) {
        if (state.sessions.others(kept == null ? "" : kept)) {
            apply(new SessionsEnded(state.id, kept, Reason.REPORTED_LOST));
        }
    }
}
