package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.DeviceProof;
import io.latchkey.command.Limits;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.Refused;
import io.latchkey.event.DeviceProofRefused;
import io.latchkey.event.Reason;
import org.jspecify.annotations.Nullable;

/** Judging proofs of a device's key. Every refusal has one face; why, only the trail tells. */
final class DeviceProofs extends Decision {

    static final String THUMBPRINT = "DeviceKeyBound/thumbprint";

    DeviceProofs(AccountState state, Means means) {
        super(state, means);
    }

    /** Why this is no good proof of the key that is bound to this device, or null. */
    @Nullable
    Reason objection(@Nullable String deviceId, @Nullable DeviceProof proof) {
        var key = state.keyOf(deviceId, now());
        var held = open(THUMBPRINT, key == null ? null : key.sealedThumbprint());
        if (key == null) {
            return Reason.NO_SUCH_FACTOR;
        }
        if (proof == null || !same(held, proof.thumbprint())) {
            return Reason.WRONG_PROOF;
        }
        var stale = freshnessObjection(proof);
        return stale == null && !key.counts(now()) ? Reason.TOO_NEW : stale;
    }

    @Nullable
    Reason freshnessObjection(@Nullable DeviceProof proof) {
        if (proof == null || proof.issuedAt().isAfter(now().plus(Limits.DEVICE_PROOF_AHEAD))) {
            return Reason.WRONG_PROOF;
        }
        if (!now().isBefore(proof.issuedAt().plus(Limits.DEVICE_PROOF))) {
            return Reason.EXPIRED;
        }
        return state.spentProofs.has(digest(proof)) ? Reason.ALREADY_USED : null;
    }

    String digest(DeviceProof proof) {
        return means.hashing().keyed("device-proof:v1", proof.thumbprint(), proof.proofId());
    }

    Outcome refuse(@Nullable String signInId, @Nullable String deviceId, String change, @Nullable Reason reason) {
        if (state.real()) {
            var known = reason == null ? Reason.WRONG_PROOF : reason;
            apply(new DeviceProofRefused(state.id, signInId, deviceId, change, known));
        }
        return new Refused(Reason.WRONG_PROOF);
    }
}
