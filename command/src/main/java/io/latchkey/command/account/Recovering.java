package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.Done;
import io.latchkey.command.JudgeMailboxGuess;
import io.latchkey.command.JudgeRecoveryCode;
import io.latchkey.command.Matched;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.Recovered;
import io.latchkey.command.Refused;
import io.latchkey.command.ReplaceCredentials;
import io.latchkey.command.Throttled;
import io.latchkey.event.AccountRecovered;
import io.latchkey.event.FactorDisabled;
import io.latchkey.event.GuessCounted;
import io.latchkey.event.GuessesForgiven;
import io.latchkey.event.Reason;
import io.latchkey.event.RecoveryCodeActivated;
import io.latchkey.event.RecoveryCodeGenerated;
import io.latchkey.event.RecoveryCodeRevoked;
import io.latchkey.event.WrappedKeyReleased;
import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;
import io.latchkey.value.RecoveryCode;
import io.latchkey.value.RecoveryId;
import io.latchkey.value.SecretKey;
import org.jspecify.annotations.Nullable;

/** What a recovery asks of its account: the guess budget, the recovery code, and new credentials at the end. */
final class Recovering extends Decision {

    Recovering(AccountState state, Means means) {
        super(state, means);
    }

    Outcome judge(JudgeMailboxGuess wish) {
        var factor = Factor.EMAIL_CODE;
        var until = state.budgets.waitUntil(factor, wish.knownClient(), now());
        if (until != null) {
            means.throttleLog().note(wish.accountId(), factor, now());
            return new Throttled(until);
        }
        if (state.disabled.contains(factor)) {
            return new Refused(Reason.DISABLED);
        }
        if (wish.right() && state.freeze.frozen()) {
            return new Refused(Reason.FROZEN);
        }
        if (wish.right()) {
            forgive(factor);
            return new Done();
        }
        return count(wish.recoveryId(), factor, wish.knownClient());
    }

    /** Counted only after the mailbox is proven, so that a stranger cannot move the budget. */
    Outcome judge(JudgeRecoveryCode wish) {
        var factor = Factor.RECOVERY_CODE;
        var until = wish.counted() ? state.budgets.waitUntil(factor, wish.knownClient(), now()) : null;
        if (until != null) {
            means.throttleLog().note(wish.accountId(), factor, now());
            return new Throttled(until);
        }
        var typed = wish.secret().digest(means.hashing(), wish.accountId());
        var active = state.recoveryCodes.active();
        var held = open("RecoveryCodeGenerated/verifier", active == null ? null : active.sealedVerifier());
        boolean right = same(held, typed);
        if (state.disabled.contains(factor)) {
            return new Refused(Reason.DISABLED);
        }
        if (right && state.freeze.frozen()) {
            return new Refused(Reason.FROZEN);
        }
        if (right && active != null) {
            forgive(factor);
            return new Matched(active.codeId());
        }
        return wish.counted() ? count(wish.recoveryId(), factor, wish.knownClient()) : new Refused(Reason.WRONG_PROOF);
    }

    /** Of recoveries that are open at once, the first to end is the last: the others began before it. */
    Outcome replace(ReplaceCredentials wish) {
        var active = state.recoveryCodes.active();
        if (wish.startedAt().isBefore(state.recoveredAt)) {
            return new Refused(Reason.RECOVERED);
        }
        if (state.freeze.closes(wish.startedAt())) {
            return new Refused(Reason.FROZEN);
        }
        if (!state.real() || active == null || !active.codeId().equals(wish.codeId())) {
            return new Refused(Reason.CODE_REVOKED);
        }
        new Resetting(state, means).stop(Reason.RECOVERED);
        new Assisting(state, means).stop(Reason.RECOVERED);
        var secretKey = SecretKey.random(means.random());
        var accountId = new AccountId(state.id);
        apply(new AccountRecovered(
                state.id,
                wish.recoveryId().value(),
                seal("password", wish.password().value()),
                seal("secretKey", means.hashing().secretKey(accountId, secretKey)),
                wish.policyVersion()));
        var wrappedKey = release(wish.recoveryId(), active);
        var fresh = means.policy().rotateRecoveryCodeOnUse() ? rotate(accountId, active) : null;
        return new Recovered(secretKey.formatted(), fresh, wrappedKey);
    }

    private @Nullable String release(RecoveryId recoveryId, RecoveryCodes.Held code) {
        if (code.sealedWrappedKey() == null) {
            return null;
        }
        apply(new WrappedKeyReleased(state.id, recoveryId.value(), code.codeId()));
        return open(Coding.WRAPPED_KEY, code.sealedWrappedKey());
    }

    /** Only its client can make another code of its own. */
    private @Nullable String rotate(AccountId accountId, RecoveryCodes.Held spent) {
        apply(new RecoveryCodeRevoked(state.id, spent.codeId(), Reason.ALREADY_USED));
        return spent.sealedWrappedKey() == null ? another(accountId) : null;
    }

    private String another(AccountId accountId) {
        var code = RecoveryCode.random(means.random());
        var codeId = means.ids().next();
        var verifier = means.hashing().recoveryCode(accountId, code);
        apply(new RecoveryCodeGenerated(state.id, codeId, seal("RecoveryCodeGenerated/verifier", verifier)));
        apply(new RecoveryCodeActivated(state.id, codeId));
        return code.formatted();
    }

    private Outcome count(RecoveryId recoveryId, Factor factor, boolean knownClient) {
        apply(new GuessCounted(state.id, factor, knownClient, recoveryId.value()));
        if (state.budgets.exhausted(factor)) {
            apply(new FactorDisabled(state.id, factor));
        }
        return new Refused(Reason.WRONG_PROOF);
    }

    private void forgive(Factor factor) {
        if (state.budgets.any(factor)) {
            apply(new GuessesForgiven(state.id, factor));
        }
    }
}
