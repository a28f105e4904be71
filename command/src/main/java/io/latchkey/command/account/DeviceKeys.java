package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.BindDevice;
import io.latchkey.command.DeviceIsTrusted;
import io.latchkey.command.DeviceProof;
import io.latchkey.command.Limits;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.ReplaceSecretKey;
import io.latchkey.command.ResetSecondFactor;
import io.latchkey.command.SecretKeyShown;
import io.latchkey.event.DeviceKeyBound;
import io.latchkey.event.Reason;
import io.latchkey.event.SecondFactorResetByDevice;
import io.latchkey.event.SecretKeyReplaced;
import io.latchkey.event.SessionKind;
import io.latchkey.event.SessionsEnded;
import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;
import io.latchkey.value.SecretKey;
import io.latchkey.value.SessionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binding the key of a device, and what whoever holds it may do. */
final class DeviceKeys extends Decision {

    private static final String BIND = "bind the key of a device";
    private static final String RESET = "reset the second factor";
    private static final String REPLACE = "replace the secret key";

    private final DeviceProofs proofs;

    DeviceKeys(AccountState state, Means means) {
        super(state, means);
        proofs = new DeviceProofs(state, means);
    }

    Outcome bind(BindDevice wish) {
        var objection = strongObjection(wish.sessionId());
        if (objection == null && state.devices.size(now()) >= Limits.DEVICES) {
            objection = Reason.NOT_ALLOWED;
        }
        if (objection != null) {
            return refuse(wish.sessionId(), BIND, objection);
        }
        var proof = wish.proof();
        var reason = proofs.freshnessObjection(proof);
        if (proof == null || reason != null) {
            return proofs.refuse(null, null, BIND, reason);
        }
        apply(new DeviceKeyBound(
                state.id,
                wish.deviceId().value(),
                seal("DeviceTrusted/name", wish.name().value()),
                seal(DeviceProofs.THUMBPRINT, proof.thumbprint()),
                proofs.digest(proof),
                now().plus(Limits.DEVICE_UNUSED)));
        return new DeviceIsTrusted(wish.deviceId().value());
    }

    /** Only from the device on which the password was given: a proof of another one is worth nothing here. */
    Outcome reset(ResetSecondFactor wish) {
        var signInId = wish.signInId().value();
        var waiting = state.signIns.find(signInId);
        var deviceId = waiting == null ? null : waiting.deviceId();
        var proof = wish.proof();
        var reason = waiting == null ? Reason.NOT_FOUND : objection(waiting, proof);
        if (proof == null || deviceId == null || reason != null) {
            return proofs.refuse(signInId, deviceId, RESET, reason);
        }
        new Resetting(state, means).stop(Reason.RESET_BY_DEVICE);
        new Assisting(state, means).stop(Reason.RESET_BY_DEVICE);
        apply(new SecondFactorResetByDevice(state.id, signInId, deviceId, proofs.digest(proof)));
        return new SessionKeeping(state, means)
                .start(SessionKind.RECOVERY, 1, List.of(Factor.PASSWORD, Factor.DEVICE_KEY), deviceId);
    }

    Outcome replace(ReplaceSecretKey wish) {
        var objection = strongObjection(wish.sessionId());
        if (objection != null) {
            return refuse(wish.sessionId(), REPLACE, objection);
        }
        var deviceId = deviceOf(wish.sessionId());
        var proof = wish.proof();
        var reason = proofs.objection(deviceId, proof);
        if (proof == null || deviceId == null || reason != null) {
            return proofs.refuse(null, deviceId, REPLACE, reason);
        }
        return replace(wish.sessionId().value(), deviceId, proofs.digest(proof));
    }

    private Outcome replace(String sessionId, String deviceId, String proofDigest) {
        var secretKey = SecretKey.random(means.random());
        var verifier = means.hashing().secretKey(new AccountId(state.id), secretKey);
        apply(new SecretKeyReplaced(state.id, deviceId, seal("secretKey", verifier), proofDigest));
        if (state.sessions.others(sessionId)) {
            apply(new SessionsEnded(state.id, sessionId, Reason.CREDENTIALS_CHANGED));
        }
        return new SecretKeyShown(secretKey.formatted());
    }

    private @Nullable Reason strongObjection(SessionId sessionId) {
        var objection = objection(sessionId, false, true);
        return objection == null && state.authenticators.none() ? Reason.NO_SUCH_FACTOR : objection;
    }

    private @Nullable Reason objection(SignIns.Waiting waiting, @Nullable DeviceProof proof) {
        if (!now().isBefore(waiting.expiresAt())) {
            return Reason.EXPIRED;
        }
        if (state.freeze.frozen()) {
            return Reason.FROZEN;
        }
        return waiting.strikes() >= Limits.TRIES_PER_FLOW
                ? Reason.FLOW_DEAD
                : proofs.objection(waiting.deviceId(), proof);
    }

    private @Nullable String deviceOf(SessionId sessionId) {
        var session = state.sessions.find(sessionId.value());
        return session == null ? null : session.deviceId();
    }
}
