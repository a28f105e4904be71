package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;
import io.latchkey.value.LinkToken;
import org.jspecify.annotations.Nullable;

/** The mailbox, proven for one reset; then its waiting period begins. */
final class ResetProof extends Decision {

    private static final Factor FACTOR = Factor.EMAIL_CODE;

    ResetProof(AccountState state, Means means) {
        super(state, means);
    }

    Outcome judge(ProveResetMailbox wish) {
        var id = wish.recoveryId().value();
        var reset = state.resets.find(id);
        var closed = closed(reset);
        if (reset == null || closed != null) {
            return refuse(id, closed == null ? Reason.NOT_FOUND : closed);
        }
        var link = wish.link();
        if (link != null) {
            return same(open(Resetting.link(id), reset.sealedLinkToken()), link.value())
                    ? schedule(reset)
                    : refuse(id, Reason.WRONG_PROOF);
        }
        var code = wish.code();
        return code == null
                ? refuse(id, Reason.WRONG_PROOF)
                : judge(reset, same(open(Resetting.code(id), reset.sealedCode()), code.digits()));
    }

    private Outcome judge(Resets.Reset reset, boolean right) {
        var until = state.budgets.waitUntil(FACTOR, reset.knownClient(), now());
        if (until != null) {
            means.throttleLog().note(new AccountId(state.id), FACTOR, now());
            return new Throttled(until);
        }
        if (state.disabled.contains(FACTOR)) {
            return refuse(reset.id(), Reason.DISABLED);
        }
        return right ? schedule(reset) : wrong(reset);
    }

    private @Nullable Reason closed(Resets.@Nullable Reset reset) {
        if (reset == null) {
            return Reason.NOT_FOUND;
        }
        if (reset.waiting() != null) {
            return Reason.ALREADY_USED;
        }
        if (reset.expired(now())) {
            return Reason.EXPIRED;
        }
        return reset.strikes() >= Limits.TRIES_PER_FLOW ? Reason.FLOW_DEAD : null;
    }

    private Outcome schedule(Resets.Reset reset) {
        if (state.budgets.any(FACTOR)) {
            apply(new GuessesForgiven(state.id, FACTOR));
        }
        var completesAt = told(now().plus(reset.waitingPeriod()));
        var token = LinkToken.random(means.random());
        var sealed = seal(Resetting.veto(reset.id()), token.value());
        apply(new SecondFactorResetScheduled(state.id, reset.id(), completesAt, sealed));
        return new ResetScheduled(completesAt);
    }

    private Outcome wrong(Resets.Reset reset) {
        apply(new GuessCounted(state.id, FACTOR, reset.knownClient(), reset.id()));
        var refused = refuse(reset.id(), Reason.WRONG_PROOF);
        if (state.budgets.exhausted(FACTOR)) {
            apply(new FactorDisabled(state.id, FACTOR));
        }
        return refused;
    }

    private Outcome refuse(String id, Reason reason) {
        if (state.real()) {
            apply(new SecondFactorResetProofRefused(state.id, id, FACTOR, reason));
        }
        return new Refused(reason);
    }
}
