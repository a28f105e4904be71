package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.*;
import io.latchkey.event.*;
import io.latchkey.value.LinkToken;
import io.latchkey.value.RecoveryId;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The holder's side of a recovery that others help with: how it begins, is told, and is stopped. */
final class Assisting extends Decision {

    Assisting(AccountState state, Means means) {
        super(state, means);
    }

    /** One at a time, whichever group begins it. */
    Outcome start(StartAssistance wish) {
        var objection = objection(longer(WayRule::quarantine));
        if (objection != null) {
            return new Refused(objection);
        }
        expire();
        var id = wish.recoveryId().value();
        var until = now().plus(Limits.ASSISTED_CHOICE);
        apply(new AssistedRecoveryStarted(
                state.id,
                id,
                wish.groupId().value(),
                wish.startedBy().value(),
                means.policy().version(),
                longer(rule -> rule.waiting().standard()).toSeconds(),
                seal(link(id), LinkToken.random(means.random()).value()),
                seal(veto(id), LinkToken.random(means.random()).value()),
                until));
        return new RecoveryBegun(id, until);
    }

    /** A mailbox that was proven a few days ago may be an attacker's. */
    @Nullable
    Reason objection(Duration quarantine) {
        var running = state.assistances.open();
        var provenAt = state.mailbox.verifiedAt();
        if (!state.real()) {
            return Reason.NOT_FOUND;
        }
        if (state.freeze.frozen()) {
            return Reason.FROZEN;
        }
        if (running != null && !running.expired(now())) {
            return Reason.IN_PROGRESS;
        }
        if (provenAt == null) {
            return Reason.MISSING_PROOF;
        }
        return now().isBefore(provenAt.plus(quarantine)) ? Reason.QUARANTINED : null;
    }

    /** Which of the two ways it goes is known only later, so that the stricter one counts. */
    private Duration longer(Function<WayRule, Duration> time) {
        var one = time.apply(means.policy().rule(Way.ORGANIZER));
        var two = time.apply(means.policy().rule(Way.TWO_ORGANIZERS));
        return one.compareTo(two) > 0 ? one : two;
    }

    Outcome judge(RecoveryId id) {
        return running(id) == null ? new Refused(Reason.EXPIRED) : new Done();
    }

    /** By the token of a notice and nothing else, so that the member needs no session. */
    Outcome veto(VetoAssistance wish) {
        var id = wish.recoveryId();
        var running = running(id);
        if (running == null) {
            return refuse(id, Reason.EXPIRED);
        }
        if (!same(
                open(veto(id.value()), running.sealedVetoToken()), wish.token().value())) {
            return refuse(id, Reason.WRONG_PROOF);
        }
        stop(Reason.VETOED);
        return new Done();
    }

    /** Whoever wakes it may come late or early: only what is due is done. */
    Outcome advance(AdvanceAssistance wish) {
        var id = wish.recoveryId().value();
        var found = state.assistances.find(id);
        if (found != null && !now().isBefore(found.nextDue())) {
            var waiting = found.waiting();
            if (found.expired(now()) || waiting == null) {
                expire();
            } else {
                apply(new AssistedRecoveryReminded(
                        state.id, id, waiting.period().until(), found.sealedVetoToken()));
            }
        }
        var left = state.assistances.find(id);
        return new NextDue(left == null ? null : left.nextDue());
    }

    Outcome stop(StopAssistance wish) {
        if (running(wish.recoveryId()) == null) {
            return new Refused(Reason.EXPIRED);
        }
        stop(wish.reason());
        return new Done();
    }

    void stop(Reason reason) {
        var open = state.assistances.open();
        if (open != null) {
            apply(new AssistedRecoveryCancelled(state.id, open.id(), reason));
        }
    }

    void stopOf(String groupId, Reason reason) {
        var open = state.assistances.open();
        if (open != null
                && open.help() instanceof OrganizersHelp help
                && help.groupId().equals(groupId)) {
            stop(reason);
        }
    }

    void expire() {
        var open = state.assistances.open();
        if (open != null) {
            apply(new AssistedRecoveryExpired(state.id, open.id()));
        }
    }

    private Assistances.@Nullable Assistance running(RecoveryId id) {
        return state.assistances.running(id.value(), now());
    }

    private Outcome refuse(RecoveryId id, Reason reason) {
        if (state.real()) {
            apply(new AssistedRecoveryRefused(state.id, id.value(), "veto an assisted recovery", reason));
        }
        return new Refused(reason);
    }

    static String link(String id) {
        return "AssistedRecovery/link/" + id;
    }

    static String veto(String id) {
        return "AssistedRecovery/veto/" + id;
    }
}
