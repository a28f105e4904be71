package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.BackupCodeDigests;
import io.latchkey.command.ConfirmTotp;
import io.latchkey.command.Done;
import io.latchkey.command.EnrollTotp;
import io.latchkey.command.Limits;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.Refused;
import io.latchkey.command.RemoveAuthenticator;
import io.latchkey.command.RenameAuthenticator;
import io.latchkey.command.TotpBegun;
import io.latchkey.command.TotpConfirmed;
import io.latchkey.event.AuthenticatorRemoved;
import io.latchkey.event.AuthenticatorRenamed;
import io.latchkey.event.BackupCodesRevoked;
import io.latchkey.event.Reason;
import io.latchkey.event.SessionsEnded;
import io.latchkey.event.TotpEnrolled;
import io.latchkey.event.TotpEnrolmentRefused;
import io.latchkey.event.TotpEnrolmentStarted;
import io.latchkey.totp.Base32;
import io.latchkey.totp.OtpauthUri;
import io.latchkey.totp.Totp;
import io.latchkey.totp.TotpParameters;
import io.latchkey.value.SessionId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Binding, renaming and removing authenticators (RFC 6238). */
final class Enrolling extends Decision {

    private static final int PERIOD_SECONDS = 30;

    Enrolling(AccountState state, Means means) {
        super(state, means);
    }

    Outcome begin(EnrollTotp wish) {
        var objection = objection(wish.sessionId(), true, true);
        if (objection != null) {
            return refuse(wish.sessionId(), "enrol an authenticator", objection);
        }
        if (state.authenticators.size() >= Limits.AUTHENTICATORS) {
            return refuse(wish.sessionId(), "enrol an authenticator", Reason.NOT_ALLOWED);
        }
        var parameters = new TotpParameters(wish.algorithm(), wish.digits(), PERIOD_SECONDS);
        var key = new byte[parameters.keyLength()];
        means.random().nextBytes(key);
        var secret = Base32.encode(key);
        var expiresAt = now().plus(Limits.TOTP_ENROLMENT);
        apply(new TotpEnrolmentStarted(
                state.id,
                wish.authenticatorId().value(),
                seal("AuthenticatorName", wish.name().value()),
                seal("TotpEnrolmentStarted/seed", secret),
                wish.algorithm(),
                wish.digits(),
                PERIOD_SECONDS,
                expiresAt));
        var address = open("AccountRegistered/email", state.sealedEmail);
        var uri = OtpauthUri.of(means.policy().issuer(), address, key, parameters);
        return new TotpBegun(secret, uri, expiresAt);
    }

    Outcome confirm(ConfirmTotp wish) {
        var objection = objection(wish.sessionId(), true, false);
        if (objection != null) {
            return refuse(wish.sessionId(), "confirm an authenticator", objection);
        }
        var id = wish.authenticatorId().value();
        var pending = state.authenticators.pending(id);
        if (pending == null) {
            return refuseCode(id, Reason.NOT_FOUND);
        }
        if (!now().isBefore(pending.expiresAt()) || pending.strikes() >= Limits.TRIES_PER_FLOW) {
            return refuseCode(id, Reason.EXPIRED);
        }
        var parameters = pending.authenticator().parameters();
        var step = match(wish, pending);
        if (step.isEmpty()) {
            return refuseCode(id, Reason.WRONG_PROOF);
        }
        long current = Totp.step(now(), parameters.periodSeconds());
        int drift = step.getAsLong() > current ? 1 : 0;
        apply(new TotpEnrolled(state.id, id, wish.sessionId().value(), step.getAsLong(), drift));
        new Resetting(state, means).stop(Reason.SECOND_FACTOR_PROVEN);
        new Assisting(state, means).stop(Reason.SECOND_FACTOR_PROVEN);
        endOtherSessions(wish.sessionId());
        return new TotpConfirmed(issueFirstBackupCodes(wish.backupCodes()));
    }

    Outcome rename(RenameAuthenticator wish) {
        var objection = objection(wish.sessionId(), false, false);
        if (objection != null) {
            return refuse(wish.sessionId(), "rename an authenticator", objection);
        }
        var id = wish.authenticatorId().value();
        if (!state.authenticators.has(id)) {
            return new Refused(Reason.NOT_FOUND);
        }
        apply(new AuthenticatorRenamed(
                state.id, id, seal("AuthenticatorName", wish.name().value())));
        return new Done();
    }

    Outcome remove(RemoveAuthenticator wish) {
        var id = wish.authenticatorId().value();
        if (state.real() && !state.authenticators.has(id)) {
            return new Refused(Reason.NOT_FOUND);
        }
        var objection = objection(wish.sessionId(), false, true);
        if (objection == null && Belonging.needs(state, id)) {
            objection = Reason.LAST_ORGANIZER;
        }
        if (objection != null) {
            return refuse(wish.sessionId(), "remove an authenticator", objection);
        }
        apply(new AuthenticatorRemoved(state.id, id));
        var setId = state.backupCodes.setId();
        if (state.authenticators.none() && setId != null) {
            apply(new BackupCodesRevoked(state.id, setId));
        }
        endOtherSessions(wish.sessionId());
        return new Done();
    }

    private OptionalLong match(ConfirmTotp wish, Authenticators.Pending pending) {
        var authenticator = pending.authenticator();
        var key = Base32.decode(open("TotpEnrolmentStarted/seed", authenticator.sealedSeed()));
        return Totp.matchAtEnrolment(
                key, authenticator.parameters(), now(), wish.code().digits());
    }

    private @Nullable String issueFirstBackupCodes(@Nullable BackupCodeDigests digests) {
        if (digests == null || state.backupCodes.setId() != null) {
            return null;
        }
        new Coding(state, means).replaceBackupCodes(digests);
        return digests.setId();
    }

    private void endOtherSessions(SessionId kept) {
        if (state.sessions.others(kept.value())) {
            apply(new SessionsEnded(state.id, kept.value(), Reason.CREDENTIALS_CHANGED));
        }
    }

    private Outcome refuseCode(String authenticatorId, Reason reason) {
        apply(new TotpEnrolmentRefused(state.id, authenticatorId, reason));
        return new Refused(reason);
    }
}
