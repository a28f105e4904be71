package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.Limits;
import io.latchkey.command.MakeRecoveryKit;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.RecoveryKitAllowed;
import io.latchkey.command.Refused;
import io.latchkey.event.Reason;
import io.latchkey.event.RecoveryKitMade;
import io.latchkey.event.RecoveryKitRefused;
import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Letting a recovery code into a kit. The code comes from the holder: here nobody could read it any more. */
final class KitMaking extends Decision {

    KitMaking(AccountState state, Means means) {
        super(state, means);
    }

    Outcome make(MakeRecoveryKit wish) {
        var objection = objection(wish.sessionId(), true, false);
        if (objection != null) {
            return refuse(wish.sessionId(), "make a recovery kit", objection);
        }
        var fresh = state.recoveryCodes.fresh(now());
        if (fresh.isEmpty()) {
            return refuse(Reason.EXPIRED);
        }
        if (state.recoveryCodes.kitStrikes() >= Limits.TRIES_PER_FLOW) {
            return refuse(Reason.FLOW_DEAD);
        }
        var code = matching(wish.code(), fresh);
        if (code == null) {
            return refuse(Reason.WRONG_PROOF);
        }
        apply(new RecoveryKitMade(state.id, code.codeId(), wish.format()));
        return new RecoveryKitAllowed(code.codeId(), code.at());
    }

    /** An older code is never looked at: a session must not serve to guess it. */
    private RecoveryCodes.@Nullable Held matching(RecoveryCode typed, List<RecoveryCodes.Held> fresh) {
        var digest = means.hashing().recoveryCode(new AccountId(state.id), typed);
        RecoveryCodes.Held matching = null;
        for (var code : fresh) {
            if (same(open("RecoveryCodeGenerated/verifier", code.sealedVerifier()), digest)) {
                matching = code;
            }
        }
        return matching;
    }

    private Outcome refuse(Reason reason) {
        apply(new RecoveryKitRefused(state.id, reason));
        return new Refused(reason);
    }
}
