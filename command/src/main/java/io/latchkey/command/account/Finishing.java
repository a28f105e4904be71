package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.Done;
import io.latchkey.command.FinishAssistance;
import io.latchkey.command.Means;
import io.latchkey.command.Outcome;
import io.latchkey.command.Refused;
import io.latchkey.command.Way;
import io.latchkey.command.WayRule;
import io.latchkey.event.AccountRecovered;
import io.latchkey.event.Reason;
import org.jspecify.annotations.Nullable;

/** The end of an assisted recovery: what the member has chosen counts from here on. */
final class Finishing extends Decision {

    Finishing(AccountState state, Means means) {
        super(state, means);
    }

    /** The group knows who consented; how many it takes is decided here, where it is known what was proven. */
    Outcome finish(FinishAssistance wish) {
        var running = state.assistances.running(wish.recoveryId().value(), now());
        if (running == null || !(running.help() instanceof OrganizersHelp help)) {
            return new Refused(Reason.EXPIRED);
        }
        var chosen = help.chosen();
        var waiting = running.waiting();
        if (chosen == null || waiting == null) {
            return new Refused(Reason.MISSING_PROOF);
        }
        var objection = objection(chosen, waiting, wish.approvals());
        if (objection != null) {
            return new Refused(objection);
        }
        new Resetting(state, means).stop(Reason.RECOVERED);
        apply(new AccountRecovered(
                state.id, running.id(), chosen.sealedPassword(), chosen.sealedSecretKey(), running.policyVersion()));
        return new Done();
    }

    private @Nullable Reason objection(OrganizersHelp.Chosen chosen, Assistances.Waiting waiting, int approvals) {
        var rule = rule(chosen);
        if (!rule.missing(chosen.factors()).isEmpty()) {
            return Reason.MISSING_PROOF;
        }
        if (approvals < rule.approvals()) {
            return Reason.MISSING_APPROVAL;
        }
        return waiting.period().over(now()) ? null : Reason.TOO_EARLY;
    }

    /** Whoever has power over others, in whichever group, is not helped by one alone, nor soon after losing it: one could take it away first. */
    private WayRule rule(OrganizersHelp.Chosen chosen) {
        var one = means.policy().rule(Way.ORGANIZER);
        boolean powerful = state.hadPowerAt(now().minus(one.quarantine()));
        return one.missing(chosen.factors()).isEmpty() && !powerful
                ? one
                : means.policy().rule(Way.TWO_ORGANIZERS);
    }
}
