package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.ApproveUnfreezing;
import io.latchkey.command.ConfirmStaff;
import io.latchkey.command.Done;
import io.latchkey.command.Limits;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.Refused;
import io.latchkey.command.RequestUnfreezing;
import io.latchkey.command.UnfreezeAccount;
import io.latchkey.event.AccountUnfrozen;
import io.latchkey.event.Reason;
import io.latchkey.event.SessionKind;
import io.latchkey.event.UnfreezingRefused;
import io.latchkey.event.UnfreezingRequested;
import io.latchkey.value.AccountId;
import io.latchkey.value.Role;
import io.latchkey.value.SessionId;
import org.jspecify.annotations.Nullable;

/** Opening the ways of recovery again: the holder with a fresh second factor, or two of staff who are not the holder. */
final class Unfreezing extends Decision {

    private static final String REQUEST = "unfreeze the account";
    private static final String APPROVE = "approve that the account is unfrozen";

    private final Accounts accounts;

    Unfreezing(AccountState state, Means means, Accounts accounts) {
        super(state, means);
        this.accounts = accounts;
    }

    Outcome unfreeze(UnfreezeAccount wish) {
        var reason = weakness(wish.sessionId());
        if (reason != null) {
            return refuse(wish.sessionId(), REQUEST, reason);
        }
        if (!state.freeze.frozen()) {
            return new Refused(Reason.NOT_FOUND);
        }
        apply(new AccountUnfrozen(state.id, null, null));
        return new Done();
    }

    /** A password does not do, even where it is all that the account has: that is what somebody may have taken. */
    private @Nullable Reason weakness(SessionId sessionId) {
        var session = state.sessions.live(sessionId.value(), now());
        if (!state.real() || session == null) {
            return Reason.NOT_ALLOWED;
        }
        if (session.kind() == SessionKind.RECOVERY) {
            return Reason.RECOVERY_SESSION;
        }
        if (state.authenticators.none()) {
            return Reason.NO_SUCH_FACTOR;
        }
        return session.assurance() == 2 && session.fresh(now()) ? null : Reason.STEP_UP_REQUIRED;
    }

    /** The newest request is the one that counts, so that the first of staff cannot keep others out. */
    Outcome request(RequestUnfreezing wish) {
        if (!state.real() || !state.freeze.frozen()) {
            return new Refused(Reason.NOT_FOUND);
        }
        var reason = objection(wish.by());
        if (reason != null) {
            return refuse(wish.by(), REQUEST, reason);
        }
        var note = seal("UnfreezingRequested/note", wish.note().value());
        apply(new UnfreezingRequested(state.id, wish.by().value(), note, now().plus(Limits.UNFREEZING)));
        return new Done();
    }

    Outcome approve(ApproveUnfreezing wish) {
        var request = state.freeze.request();
        if (!state.real() || request == null) {
            return new Refused(Reason.NOT_FOUND);
        }
        var reason = objection(request, wish);
        if (reason != null) {
            return refuse(wish.by(), APPROVE, reason);
        }
        apply(new AccountUnfrozen(state.id, request.by(), wish.by().value()));
        return new Done();
    }

    /** The first must be of staff still: what somebody asked for who had to leave is not carried out. */
    private @Nullable Reason objection(Freeze.Request request, ApproveUnfreezing wish) {
        var second = wish.by();
        if (request.by().equals(second.value())) {
            return Reason.SAME_PERSON;
        }
        if (!request.by().equals(wish.requestedBy().value())) {
            return Reason.REPLACED;
        }
        if (!request.open(now())) {
            return Reason.EXPIRED;
        }
        var reason = objection(second);
        return reason == null ? objection(new AccountId(request.by())) : reason;
    }

    private @Nullable Reason objection(AccountId staff) {
        if (staff.value().equals(state.id)) {
            return Reason.OWN_CASE;
        }
        return accounts.ask(staff.value(), new ConfirmStaff(staff)) instanceof Done ? null : Reason.NO_LONGER_STAFF;
    }

    /** What the token said of the roles may be minutes old. */
    Outcome confirm() {
        boolean staff = state.roles.contains(Role.SUPPORT) || state.roles.contains(Role.SECURITY);
        return state.real() && staff && !state.freeze.frozen() ? new Done() : new Refused(Reason.NO_LONGER_STAFF);
    }

    private Outcome refuse(AccountId staff, String change, Reason reason) {
        apply(new UnfreezingRefused(state.id, staff.value(), change, reason));
        return new Refused(reason);
    }
}
