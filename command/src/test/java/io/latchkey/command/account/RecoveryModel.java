package io.latchkey.command.account;

import static io.latchkey.command.account.AccountModel.no;
import static io.latchkey.event.Reason.*;
import static io.latchkey.value.Factor.EMAIL_CODE;
import static io.latchkey.value.Factor.RECOVERY_CODE;

import io.latchkey.command.*;
import io.latchkey.event.Reason;
import io.latchkey.value.Factor;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One recovery in plain words: mailbox and recovery code, both for this very recovery, within half an hour and five wrong tries. */
final class RecoveryModel {

    final String accountId;
    final Set<Factor> proven = new TreeSet<>();
    private final AccountModel account;
    private final String code;
    private final String link;
    private final Instant begun;
    private final Instant end;
    boolean ended;
    int strikes;
    private String provenCode = "";

    private final boolean known;

    RecoveryModel(String accountId, AccountModel account, boolean known, Answer sent, Instant now) {
        this.known = known;
        this.accountId = accountId;
        this.account = account;
        code = sent.mailedCode();
        link = sent.mailedLink();
        begun = now;
        end = now.plus(Duration.ofMinutes(30));
    }

    String decide(RecoveryCommand wish, Instant now, Answer answer) {
        return switch (wish) {
            case StartRecovery ignored -> no(ALREADY_USED);
            case ProveMailbox it -> prove(EMAIL_CODE, closed(now), () -> mailbox(it, now));
            case ProveRecoveryCode it -> prove(RECOVERY_CODE, closed(now), () -> code(it, now));
            case RecoverAccount it -> recover(it, now, answer);
            case AskContacts ignored -> throw new IllegalArgumentException("not in the model: " + wish.getClass());
            case CancelRecovery ignored -> {
                var closed = closed(now);
                ended |= closed == null;
                yield closed == null ? "Done" : no(NOT_FOUND);
            }
            case ExpireRecovery ignored -> {
                ended |= !now.isBefore(end);
                yield "Done";
            }
        };
    }

    @Nullable
    Reason closed(Instant now) {
        return ended || !now.isBefore(end) ? EXPIRED : strikes >= 5 ? FLOW_DEAD : null;
    }

    String phase(Instant now) {
        var closed = closed(now);
        return closed == EXPIRED ? "ENDED" : closed != null ? "DEAD" : "PROVEN" + proven;
    }

    private String prove(Factor factor, @Nullable Reason closed, java.util.function.Supplier<@Nullable String> judge) {
        if (closed != null || proven.contains(factor)) {
            return no(closed != null ? closed : ALREADY_USED);
        }
        var refused = judge.get();
        if (refused != null) {
            strikes += refused.equals(no(WRONG_PROOF)) ? 1 : 0;
            return refused;
        }
        proven.add(factor);
        var missing = new TreeSet<>(Set.of(EMAIL_CODE, RECOVERY_CODE));
        missing.removeAll(proven);
        return "ProofAccepted, missing " + missing;
    }

    private @Nullable String mailbox(ProveMailbox wish, Instant now) {
        boolean erased = known && account.erased;
        if (wish.link() != null) {
            return !erased && wish.link().value().equals(link) ? null : no(WRONG_PROOF);
        }
        return guess(EMAIL_CODE, true, !erased && wish.code().digits().equals(code), now);
    }

    private @Nullable String code(ProveRecoveryCode wish, Instant now) {
        var active = account.active;
        boolean right =
                active != null && active.text().equals(wish.secret().code().body());
        var refused = guess(RECOVERY_CODE, proven.contains(EMAIL_CODE), right, now);
        provenCode = refused == null && active != null ? active.text() : provenCode;
        return refused;
    }

    /** Only who has the mailbox can move the budget of the code. */
    private @Nullable String guess(Factor factor, boolean counted, boolean right, Instant now) {
        account.held = true;
        var until = counted ? account.guesses.waitUntil(factor, false, now) : null;
        if (until != null) {
            return "Throttled until " + until;
        }
        if (account.guesses.disabled.contains(factor)) {
            return no(DISABLED);
        }
        if (right) {
            account.guesses.forgive(factor);
        } else if (counted) {
            account.opened = true;
            account.guesses.wrong(factor, false, now);
        }
        return right ? null : no(WRONG_PROOF);
    }

    private String recover(RecoverAccount wish, Instant now, Answer answer) {
        var closed = closed(now);
        if (closed != null) {
            return no(closed);
        }
        if (proven.size() < 2 || !wish.accountId().value().equals(accountId)) {
            return no(MISSING_PROOF);
        }
        var outcome = account.recovered(wish, begun, provenCode, now, answer);
        ended = outcome.startsWith("Recovered");
        return outcome;
    }
}
