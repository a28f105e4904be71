package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.AcknowledgeBackupCodes;
import io.latchkey.command.ActivateRecoveryCode;
import io.latchkey.command.BackupCodeDigests;
import io.latchkey.command.BackupCodesIssued;
import io.latchkey.command.DepositRecoveryVerifier;
import io.latchkey.command.Done;
import io.latchkey.command.GenerateBackupCodes;
import io.latchkey.command.GenerateRecoveryCode;
import io.latchkey.command.Limits;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.RecoveryCodeShown;
import io.latchkey.command.Refused;
import io.latchkey.event.BackupCodesAcknowledged;
import io.latchkey.event.BackupCodesGenerated;
import io.latchkey.event.Reason;
import io.latchkey.event.RecoveryCodeActivated;
import io.latchkey.event.RecoveryCodeConfirmationRefused;
import io.latchkey.event.RecoveryCodeGenerated;
import io.latchkey.event.RecoveryCodeRevoked;
import io.latchkey.event.RecoveryVerifierDeposited;
import io.latchkey.value.AccountId;
import io.latchkey.value.RecoveryCode;
import io.latchkey.value.SessionId;
import java.util.ArrayList;

/** Making, acknowledging, replacing and revoking backup codes and the recovery code. */
final class Coding extends Decision {

    static final String WRAPPED_KEY = "RecoveryVerifierDeposited/wrappedKey";

    Coding(AccountState state, Means means) {
        super(state, means);
    }

    Outcome generate(GenerateBackupCodes wish) {
        var objection = objection(wish.sessionId(), true, true);
        if (objection == null && state.authenticators.none()) {
            objection = Reason.NO_SUCH_FACTOR;
        }
        if (objection != null) {
            return refuse(wish.sessionId(), "generate backup codes", objection);
        }
        replaceBackupCodes(wish.codes());
        return new BackupCodesIssued(wish.codes().setId());
    }

    void replaceBackupCodes(BackupCodeDigests digests) {
        var sealed = new ArrayList<String>();
        for (int slot = 0; slot < digests.values().size(); slot++) {
            sealed.add(seal("BackupCodesGenerated/" + slot, digests.values().get(slot)));
        }
        apply(new BackupCodesGenerated(state.id, digests.setId(), sealed));
    }

    Outcome acknowledge(AcknowledgeBackupCodes wish) {
        if (!wish.setId().equals(state.backupCodes.setId())) {
            return new Refused(Reason.NOT_FOUND);
        }
        var objection = objection(wish.sessionId(), true, false);
        if (objection != null) {
            return refuse(wish.sessionId(), "acknowledge backup codes", objection);
        }
        apply(new BackupCodesAcknowledged(state.id, wish.setId()));
        return new Done();
    }

    Outcome generate(GenerateRecoveryCode wish) {
        var objection = objection(wish.sessionId(), true, true);
        if (objection != null) {
            return refuse(wish.sessionId(), "generate a recovery code", objection);
        }
        var code = RecoveryCode.random(means.random());
        var verifier = means.hashing().recoveryCode(new AccountId(state.id), code);
        apply(new RecoveryCodeGenerated(state.id, wish.codeId(), seal("RecoveryCodeGenerated/verifier", verifier)));
        return new RecoveryCodeShown(code.formatted());
    }

    Outcome deposit(DepositRecoveryVerifier wish) {
        var objection = objection(wish.sessionId(), true, true);
        if (objection != null) {
            return refuse(wish.sessionId(), "deposit a recovery verifier", objection);
        }
        var verifier = means.hashing().codeVerifier(new AccountId(state.id), wish.verifier());
        apply(new RecoveryVerifierDeposited(
                state.id,
                wish.codeId(),
                seal("RecoveryCodeGenerated/verifier", verifier),
                seal(WRAPPED_KEY, wish.wrappedKey().value())));
        return new Done();
    }

    Outcome activate(ActivateRecoveryCode wish) {
        var objection = objection(wish.sessionId(), true, false);
        if (objection != null) {
            return refuse(wish.sessionId(), "activate the recovery code", objection);
        }
        var pending = state.recoveryCodes.pending();
        if (pending == null || !now().isBefore(pending.at().plus(Limits.RECOVERY_CODE_CONFIRMATION))) {
            return refuse(Reason.EXPIRED);
        }
        if (pending.strikes() >= Limits.TRIES_PER_FLOW) {
            return refuse(Reason.FLOW_DEAD);
        }
        var typed = wish.secret().digest(means.hashing(), new AccountId(state.id));
        if (!same(open("RecoveryCodeGenerated/verifier", pending.sealedVerifier()), typed)) {
            return refuse(Reason.WRONG_PROOF);
        }
        revokeActive(Reason.REPLACED);
        apply(new RecoveryCodeActivated(state.id, pending.codeId()));
        return new Done();
    }

    Outcome revoke(SessionId sessionId) {
        var objection = objection(sessionId, false, true);
        if (objection != null) {
            return refuse(sessionId, "revoke the recovery code", objection);
        }
        if (state.recoveryCodes.active() == null) {
            return new Refused(Reason.NOT_FOUND);
        }
        revokeActive(Reason.REVOKED);
        return new Done();
    }

    private void revokeActive(Reason reason) {
        var active = state.recoveryCodes.active();
        if (active != null) {
            apply(new RecoveryCodeRevoked(state.id, active.codeId(), reason));
        }
    }

    private Outcome refuse(Reason reason) {
        apply(new RecoveryCodeConfirmationRefused(state.id, reason));
        return new Refused(reason);
    }
}
