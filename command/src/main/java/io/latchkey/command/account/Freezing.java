package io.latchkey.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.latchkey.command.Done;
import io.latchkey.command.FreezeAccount;
import io.latchkey.command.Limits;
import io.latchkey.command.Means;
import io.latchkey.command.NoticeLink;
import io.latchkey.command.Outcome;
import io.latchkey.command.Refused;
import io.latchkey.event.AccountFrozen;
import io.latchkey.event.BackupCodesRevoked;
import io.latchkey.event.FreezingRefused;
import io.latchkey.event.Reason;
import io.latchkey.event.RecoveryCodeRevoked;
import io.latchkey.event.SessionsEnded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Closing every way of recovery, by the link of a notice and nothing else, so that the holder needs no session. */
final class Freezing extends Decision {

    Freezing(AccountState state, Means means) {
        super(state, means);
    }

    Outcome freeze(FreezeAccount wish) {
        if (!state.real()) {
            return new Refused(Reason.NOT_FOUND);
        }
        var reason = objection(wish);
        if (reason != null) {
            apply(new FreezingRefused(state.id, wish.noticeId().value(), reason));
            return new Refused(reason);
        }
        if (state.freeze.changedBy(wish.noticedAt())) {
            freeze(wish.noticeId().value(), wish.noticedAt());
        }
        return new Done();
    }

    private @Nullable Reason objection(FreezeAccount wish) {
        var link = new NoticeLink(state.id, wish.noticeId().value(), wish.noticedAt());
        if (!same(link.token(means.hashing()).value(), wish.token().value())) {
            return Reason.WRONG_PROOF;
        }
        if (state.freeze.used(link.noticeId())) {
            return Reason.ALREADY_USED;
        }
        boolean late = !now().isBefore(link.noticedAt().plus(Limits.NOTICE_LINK));
        return late || link.noticedAt().isBefore(NoticeLink.exact(state.freeze.endedAt())) ? Reason.EXPIRED : null;
    }

    private void freeze(String noticeId, Instant noticedAt) {
        new Resetting(state, means).stop(Reason.FROZEN);
        new Assisting(state, means).stop(Reason.FROZEN);
        apply(new AccountFrozen(state.id, noticeId, noticedAt));
        if (state.sessions.others("")) {
            apply(new SessionsEnded(state.id, null, Reason.FROZEN));
        }
        suspendWhatIsNew(NoticeLink.exact(noticedAt));
    }

    /** Whoever the holder does not know may have bound it, and must not unfreeze the account with it. */
    private void suspendWhatIsNew(Instant noticedAt) {
        var losses = new Losses(state, means);
        for (var authenticator : state.authenticators.active()) {
            if (state.suspensions.boundSince(authenticator.id(), noticedAt)) {
                losses.suspendAuthenticator(authenticator.id(), Reason.FROZEN);
            }
        }
        for (var device : state.devices.trusted(now())) {
            if (state.suspensions.boundSince(device, noticedAt)) {
                losses.suspendDevice(device, Reason.FROZEN);
            }
        }
        revokeNewCodes(noticedAt);
        new Contacting(state, means).removeSince(noticedAt);
    }

    private void revokeNewCodes(Instant noticedAt) {
        var setId = state.backupCodes.setId();
        if (setId != null && state.suspensions.boundSince(setId, noticedAt)) {
            apply(new BackupCodesRevoked(state.id, setId));
        }
        var code = state.recoveryCodes.active();
        if (code != null && state.suspensions.boundSince(code.codeId(), noticedAt)) {
            apply(new RecoveryCodeRevoked(state.id, code.codeId(), Reason.FROZEN));
        }
    }
}
