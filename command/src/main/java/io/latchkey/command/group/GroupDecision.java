package io.latchkey.command.group;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.Actor;
import io.latchkey.command.Done;
import io.latchkey.command.JudgeOrganizer;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.Refused;
import io.latchkey.command.account.Accounts;
import io.latchkey.event.GroupWishRefused;
import io.latchkey.event.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What every decision of a group needs: its state, the means, and the accounts to ask. */
abstract class GroupDecision {

    final GroupState state;
    final Means means;
    final Accounts accounts;

    GroupDecision(GroupState state, Means means, Accounts accounts) {
        this.state = state;
        this.means = means;
        this.accounts = accounts;
    }

    final Instant now() {
        return means.now();
    }

    /** Whoever is not in the group learns nothing of it. */
    final @Nullable Reason rank(Actor by) {
        var id = by.accountId().value();
        if (!state.has(id)) {
            return Reason.NOT_FOUND;
        }
        return state.leads(id) ? null : Reason.NOT_ALLOWED;
    }

    /** The same, by the account's own word on the session. */
    final @Nullable Reason authority(Actor by) {
        var objection = rank(by);
        return objection == null ? reason(judge(by)) : objection;
    }

    private Outcome judge(Actor by) {
        return accounts.ask(by.accountId().value(), new JudgeOrganizer(by.accountId(), by.sessionId()));
    }

    static @Nullable Reason reason(Outcome outcome) {
        return switch (outcome) {
            case Done ignored -> null;
            case Refused refused -> refused.reason();
            default ->
                throw new IllegalStateException(
                        "unexpected outcome " + outcome.getClass().getSimpleName());
        };
    }

    final Outcome refuse(Actor by, String change, Reason reason) {
        return refuse(by, null, change, reason);
    }

    final Outcome refuse(Actor by, @Nullable String recoveryId, String change, Reason reason) {
        apply(new GroupWishRefused(state.id, by.accountId().value(), recoveryId, change, reason));
        return new Refused(reason);
    }
}
