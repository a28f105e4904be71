package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.Refused;
import io.latchkey.event.ChangeRefused;
import io.latchkey.event.DecoyOpened;
import io.latchkey.event.Reason;
import io.latchkey.event.SessionKind;
import io.latchkey.secret.Hashing;
import io.latchkey.value.SessionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What every decision needs: the state it is made on and the means it is made with. */
abstract class Decision {

    final AccountState state;
    final Means means;

    Decision(AccountState state, Means means) {
        this.state = state;
        this.means = means;
    }

    final Instant now() {
        return means.now();
    }

    final String seal(String context, String plain) {
        return sealFor(state.id, context, plain);
    }

    final String sealFor(String accountId, String context, String plain) {
        return means.sealer().seal("account:" + accountId, context + "/" + accountId, plain);
    }

    /** The sealed text in the clear, or an empty string that equals no secret when there is none or its key is gone. */
    final String open(String context, @Nullable String sealed) {
        if (sealed == null) {
            means.sealer().pretend("account:" + state.id);
            return "";
        }
        return means.sealer().open(context + "/" + state.id, sealed).orElse("");
    }

    /** As others may know the holder. */
    final String self() {
        return open("AccountRegistered/name", state.sealedName);
    }

    /** The database keeps microseconds: everybody shall tell the same end, and none an earlier one. */
    static Instant told(Instant end) {
        return end.plusNanos(999).truncatedTo(ChronoUnit.MICROS);
    }

    static boolean same(String held, String given) {
        return Hashing.same(held, given) && !held.isEmpty();
    }

    /** Why a holder's change may not happen in this session, or null. */
    final @Nullable Reason objection(SessionId sessionId, boolean allowedInRecovery, boolean needsFreshProof) {
        var session = state.sessions.live(sessionId.value(), now());
        if (!state.real() || session == null) {
            return Reason.NOT_ALLOWED;
        }
        if (state.freeze.frozen()) {
            return Reason.FROZEN;
        }
        if (session.kind() == SessionKind.RECOVERY) {
            return allowedInRecovery ? null : Reason.RECOVERY_SESSION;
        }
        boolean weak = session.assurance() < 2 && !state.authenticators.none();
        return needsFreshProof && (weak || !session.fresh(now())) ? Reason.STEP_UP_REQUIRED : null;
    }

    /** A session without second factor is never enough, also where the account has none. */
    final @Nullable Reason shortfall(SessionId sessionId) {
        var objection = objection(sessionId, false, true);
        var session = state.sessions.live(sessionId.value(), now());
        boolean weak = session == null || session.assurance() < 2;
        return objection == null && weak ? Reason.STEP_UP_REQUIRED : objection;
    }

    /** Invitations flood no mailbox. One to an address that nobody has is counted, stored and takes as long as any other. */
    final boolean takesInvitation() {
        boolean full = state.invitations.full(now());
        if (full || !state.real()) {
            means.sealer().pretend("account:" + state.id);
        }
        if (!full && !state.real()) {
            apply(new DecoyOpened(state.id));
        }
        return !full && state.real();
    }

    final Outcome refuse(SessionId sessionId, String change, Reason reason) {
        if (state.real()) {
            apply(new ChangeRefused(state.id, sessionId.value(), change, reason));
        }
        return new Refused(reason);
    }
}
