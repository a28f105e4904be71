package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.BackupCodeDigest;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.Refused;
import io.latchkey.event.BackupCodeSpent;
import io.latchkey.event.FactorDisabled;
import io.latchkey.event.Reason;
import io.latchkey.event.SignInRefused;
import io.latchkey.event.TotpAccepted;
import io.latchkey.totp.Base32;
import io.latchkey.totp.Totp;
import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;
import io.latchkey.value.TotpCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Judging time-based and backup codes; a right one is spent in the event that accepts it. */
final class SecondFactors extends Decision {

    SecondFactors(AccountState state, Means means) {
        super(state, means);
    }

    /** When the next guess will be looked at, or null; a refusal by throttle is counted apart. */
    @Nullable
    Instant waitUntil(Factor factor, boolean knownClient) {
        var until = state.budgets.waitUntil(factor, knownClient, now());
        if (until != null) {
            means.throttleLog().note(new AccountId(state.id), factor, now());
        }
        return until;
    }

    /** Null when the code was right and is now spent. Every authenticator is always tried. */
    @Nullable
    Reason spend(TotpCode code, @Nullable String signInId) {
        if (state.disabled.contains(Factor.TOTP)) {
            return Reason.DISABLED;
        }
        Authenticators.Authenticator matched = null;
        long step = -1;
        boolean replayed = false;
        for (var authenticator : state.authenticators.active()) {
            var key = Base32.decode(open("TotpEnrolmentStarted/seed", authenticator.sealedSeed()));
            var any = Totp.match(key, authenticator.parameters(), authenticator.drift(), -1, now(), code.digits());
            if (any.isPresent() && any.getAsLong() > authenticator.lastStep()) {
                matched = authenticator;
                step = any.getAsLong();
            } else if (any.isPresent()) {
                replayed = true;
            }
        }
        if (matched == null) {
            return replayed ? Reason.ALREADY_USED : Reason.WRONG_PROOF;
        }
        if (state.suspensions.has(matched.id())) {
            return suspended();
        }
        apply(new TotpAccepted(state.id, signInId, matched.id(), step));
        new Resetting(state, means).stop(Reason.SECOND_FACTOR_PROVEN);
        new Assisting(state, means).stop(Reason.SECOND_FACTOR_PROVEN);
        return null;
    }

    /** It opens nothing, but the holder may be the one who has it: whoever reported it lost must not take it off as well. */
    private Reason suspended() {
        new Resetting(state, means).stop(Reason.SECOND_FACTOR_PROVEN);
        new Assisting(state, means).stop(Reason.SECOND_FACTOR_PROVEN);
        return Reason.SUSPENDED;
    }

    /** Null when the code was right and is now spent. */
    @Nullable
    Reason spend(BackupCodeDigest code, @Nullable String signInId) {
        var setId = state.backupCodes.setId();
        if (state.disabled.contains(Factor.BACKUP_CODE)) {
            return Reason.DISABLED;
        }
        var held = open("BackupCodesGenerated/" + code.slot(), state.backupCodes.sealedVerifier(code.slot()));
        if (setId == null || !same(held, code.value())) {
            return Reason.WRONG_PROOF;
        }
        if (state.backupCodes.spent(code.slot())) {
            return Reason.ALREADY_USED;
        }
        apply(new BackupCodeSpent(state.id, signInId, setId, code.slot(), state.backupCodes.left() - 1));
        new Resetting(state, means).stop(Reason.SECOND_FACTOR_PROVEN);
        new Assisting(state, means).stop(Reason.SECOND_FACTOR_PROVEN);
        return null;
    }

    /** Records the refusal; the one that empties the budget also disables the factor. */
    Outcome refuse(@Nullable String signInId, Factor factor, boolean knownClient, Reason reason) {
        apply(new SignInRefused(state.id, signInId, factor, knownClient, reason));
        int held = factor == Factor.TOTP ? state.authenticators.active().size() : 1;
        if (state.budgets.exhausted(factor, held)) {
            apply(new FactorDisabled(state.id, factor));
        }
        return new Refused(reason);
    }
}
