package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.*;
import io.latchkey.event.AssistedCredentialsChosen;
import io.latchkey.event.AssistedRecoveryProofRefused;
import io.latchkey.event.GuessCounted;
import io.latchkey.event.GuessesForgiven;
import io.latchkey.event.Reason;
import io.latchkey.value.AccountId;
import io.latchkey.value.Factor;
import io.latchkey.value.SecretKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** New credentials, chosen by the member alone; they lie sealed until an organizer completes. */
final class Choosing extends Decision {

    Choosing(AccountState state, Means means) {
        super(state, means);
    }

    Outcome choose(ChooseCredentials wish) {
        var id = wish.recoveryId().value();
        var found = state.assistances.find(id);
        var help = found != null && found.help() instanceof OrganizersHelp of ? of : null;
        var closed = found == null || help == null ? Reason.NOT_FOUND : closed(found, help);
        if (found == null || help == null || closed != null) {
            return refuse(id, Factor.EMAIL_CODE, closed == null ? Reason.NOT_FOUND : closed);
        }
        var held = open(Assisting.link(id), help.sealedLinkToken());
        if (!same(held, wish.token().value())) {
            return refuse(id, Factor.EMAIL_CODE, Reason.WRONG_PROOF);
        }
        var current = wish.current();
        if (current == null) {
            return keep(found, List.of(Factor.EMAIL_CODE), wish.password());
        }
        var refused = judge(id, current);
        return refused == null ? keep(found, List.of(Factor.PASSWORD, Factor.EMAIL_CODE), wish.password()) : refused;
    }

    private @Nullable Reason closed(Assistances.Assistance found, OrganizersHelp help) {
        if (help.chosen() != null) {
            return Reason.ALREADY_USED;
        }
        if (found.expired(now())) {
            return Reason.EXPIRED;
        }
        return help.strikes() >= Limits.TRIES_PER_FLOW ? Reason.FLOW_DEAD : null;
    }

    /** Whoever has the token has the mailbox, so that guesses of strangers do not make the member wait. */
    private @Nullable Outcome judge(String id, PasswordDigest given) {
        var until = state.budgets.waitUntil(Factor.PASSWORD, true, now());
        if (until != null) {
            means.throttleLog().note(new AccountId(state.id), Factor.PASSWORD, now());
            return new Throttled(until);
        }
        if (same(open("password", state.sealedPassword), given.value())) {
            forgive();
            return null;
        }
        apply(new GuessCounted(state.id, Factor.PASSWORD, true, id));
        return refuse(id, Factor.PASSWORD, Reason.WRONG_PROOF);
    }

    private void forgive() {
        if (state.budgets.any(Factor.PASSWORD)) {
            apply(new GuessesForgiven(state.id, Factor.PASSWORD));
        }
    }

    private Outcome keep(Assistances.Assistance found, List<Factor> factors, PasswordDigest password) {
        var secretKey = SecretKey.random(means.random());
        var digest = means.hashing().secretKey(new AccountId(state.id), secretKey);
        var completesAt = told(now().plus(found.waitingPeriod()));
        var expiresAt = completesAt.plus(Limits.ASSISTED_COMPLETION);
        apply(new AssistedCredentialsChosen(
                state.id,
                found.id(),
                factors,
                seal("password", password.value()),
                seal("secretKey", digest),
                completesAt,
                expiresAt,
                found.sealedVetoToken()));
        return new CredentialsChosen(secretKey.formatted(), completesAt, expiresAt);
    }

    private Outcome refuse(String id, Factor factor, Reason reason) {
        if (state.real()) {
            apply(new AssistedRecoveryProofRefused(state.id, id, factor, reason));
        }
        return new Refused(reason);
    }
}
