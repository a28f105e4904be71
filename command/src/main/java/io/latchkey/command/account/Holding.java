package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.BecomeFirstAdmin;
import io.latchkey.command.ChangePassword;
import io.latchkey.command.DeviceIsTrusted;
import io.latchkey.command.Done;
import io.latchkey.command.ForgetDevice;
import io.latchkey.command.GrantRole;
import io.latchkey.command.Limits;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.Refused;
import io.latchkey.command.RenameDevice;
import io.latchkey.command.RevokeRole;
import io.latchkey.command.TrustDevice;
import io.latchkey.event.AccountErased;
import io.latchkey.event.BootstrapRefused;
import io.latchkey.event.DeviceForgotten;
import io.latchkey.event.DeviceRenamed;
import io.latchkey.event.DeviceTrusted;
import io.latchkey.event.PasswordChanged;
import io.latchkey.event.Reason;
import io.latchkey.event.RoleGranted;
import io.latchkey.event.RoleRevoked;
import io.latchkey.event.SessionsEnded;
import io.latchkey.value.AccountId;
import io.latchkey.value.Role;
import io.latchkey.value.SessionId;

/** Devices, password, erasure and staff roles. */
final class Holding extends Decision {

    Holding(AccountState state, Means means) {
        super(state, means);
    }

    Outcome trust(TrustDevice wish) {
        var objection = objection(wish.sessionId(), false, true);
        if (objection == null && state.devices.size(now()) >= Limits.DEVICES) {
            objection = Reason.NOT_ALLOWED;
        }
        if (objection != null) {
            return refuse(wish.sessionId(), "trust a device", objection);
        }
        apply(new DeviceTrusted(
                state.id,
                wish.deviceId().value(),
                seal("DeviceTrusted/name", wish.name().value()),
                now().plus(Limits.DEVICE_UNUSED)));
        return new DeviceIsTrusted(wish.deviceId().value());
    }

    Outcome forget(ForgetDevice wish) {
        if (state.real() && !state.devices.has(wish.deviceId().value())) {
            return new Refused(Reason.NOT_FOUND);
        }
        var objection = objection(wish.sessionId(), false, false);
        if (objection != null) {
            return refuse(wish.sessionId(), "forget a device", objection);
        }
        apply(new DeviceForgotten(state.id, wish.deviceId().value()));
        return new Done();
    }

    Outcome rename(RenameDevice wish) {
        if (state.real() && !state.devices.trusted(wish.deviceId().value(), now())) {
            return new Refused(Reason.NOT_FOUND);
        }
        var objection = objection(wish.sessionId(), false, false);
        if (objection != null) {
            return refuse(wish.sessionId(), "rename a device", objection);
        }
        var name = seal("DeviceTrusted/name", wish.name().value());
        apply(new DeviceRenamed(state.id, wish.deviceId().value(), name));
        return new Done();
    }

    Outcome change(ChangePassword wish) {
        var objection = objection(wish.sessionId(), false, true);
        if (objection != null) {
            return refuse(wish.sessionId(), "change the password", objection);
        }
        apply(new PasswordChanged(state.id, seal("password", wish.password().value())));
        if (state.sessions.others(wish.sessionId().value())) {
            apply(new SessionsEnded(state.id, wish.sessionId().value(), Reason.CREDENTIALS_CHANGED));
        }
        return new Done();
    }

    /** The key goes first: what cannot be read any more is erased wherever it was copied to. */
    Outcome erase(SessionId sessionId) {
        var objection = objection(sessionId, false, true);
        if (objection == null && !state.groups.isEmpty()) {
            objection = Reason.STILL_IN_GROUP;
        }
        if (objection != null) {
            return refuse(sessionId, "erase the account", objection);
        }
        new Resetting(state, means).stop(Reason.ERASED);
        new Assisting(state, means).stop(Reason.ERASED);
        apply(new AccountErased(state.id));
        means.sealer().destroy("account:" + state.id);
        means.identifiers().release(new AccountId(state.id));
        return new Done();
    }

    Outcome becomeFirstAdmin(BecomeFirstAdmin wish) {
        var objection = objection(wish.sessionId(), false, true);
        if (objection == null && state.authenticators.none()) {
            objection = Reason.MISSING_PROOF;
        }
        if (objection != null) {
            return refuse(wish.sessionId(), "become the first admin", objection);
        }
        if (!means.bootstrapTokens().spend(wish.tokenDigest())) {
            apply(new BootstrapRefused(state.id, Reason.WRONG_PROOF));
            return new Refused(Reason.WRONG_PROOF);
        }
        apply(new RoleGranted(state.id, Role.ADMIN, RoleGranted.BOOTSTRAP));
        return new Done();
    }

    Outcome grant(GrantRole wish) {
        if (!state.real()) {
            return new Refused(Reason.NOT_FOUND);
        }
        if (state.authenticators.none()) {
            return new Refused(Reason.MISSING_PROOF);
        }
        if (!state.roles.contains(wish.role())) {
            apply(new RoleGranted(state.id, wish.role(), wish.by().value()));
        }
        return new Done();
    }

    Outcome revoke(RevokeRole wish) {
        if (!state.roles.contains(wish.role())) {
            return new Refused(Reason.NOT_FOUND);
        }
        apply(new RoleRevoked(state.id, wish.role(), wish.by().value()));
        return new Done();
    }
}
