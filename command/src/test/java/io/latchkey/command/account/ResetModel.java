package io.latchkey.command.account;

import static io.latchkey.command.account.AccountModel.no;
import static io.latchkey.event.Reason.*;
import static io.latchkey.value.Factor.EMAIL_CODE;

import io.latchkey.command.*;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One reset in plain words: a proven mailbox, then 72 hours in which anything that shows the holder ends it. */
final class ResetModel {

    static final Duration QUARANTINE = Duration.ofDays(7);

    private static final Duration WAITING = Duration.ofHours(72);

    final String id;
    private final boolean knownClient;
    private final GuessModel guesses;
    private final String code;
    private final String link;
    private final Instant begun;
    private String veto = "";
    private Instant told = Instant.MIN;

    @Nullable
    Instant end;

    int strikes;

    ResetModel(String id, boolean knownClient, GuessModel guesses, Answer sent, Instant now) {
        this.id = id;
        this.knownClient = knownClient;
        this.guesses = guesses;
        code = sent.mailedCode();
        link = sent.mailedLink();
        begun = now;
    }

    boolean joins(Instant now) {
        return end != null || now.isBefore(begun.plusSeconds(60));
    }

    String shown() {
        return "ResetBegun until " + proveBefore() + ", completes " + end;
    }

    boolean expired(Instant now) {
        return end == null && !now.isBefore(proveBefore());
    }

    boolean due(Instant now) {
        return end != null && !now.isBefore(end);
    }

    boolean waits(Instant now) {
        return end != null && now.isBefore(end);
    }

    String prove(ProveResetMailbox wish, Answer answer, Instant now) {
        if (end != null || expired(now) || strikes >= 5) {
            return no(end != null ? ALREADY_USED : expired(now) ? EXPIRED : FLOW_DEAD);
        }
        if (wish.link() != null) {
            return wish.link().value().equals(link) ? schedule(answer, now) : strike();
        }
        var until = guesses.waitUntil(EMAIL_CODE, knownClient, now);
        if (until != null || guesses.disabled.contains(EMAIL_CODE)) {
            return until != null ? "Throttled until " + until : no(DISABLED);
        }
        if (wish.code().digits().equals(code)) {
            return schedule(answer, now);
        }
        guesses.wrong(EMAIL_CODE, knownClient, now);
        return strike();
    }

    private String strike() {
        strikes++;
        return no(WRONG_PROOF);
    }

    private String schedule(Answer answer, Instant now) {
        guesses.forgive(EMAIL_CODE);
        veto = answer.mailedLink();
        told = now;
        end = now.plus(WAITING);
        return "ResetScheduled until " + end;
    }

    @Nullable
    String vetoRefused(String token, Instant now) {
        return !waits(now) ? no(EXPIRED) : token.equals(veto) ? null : no(WRONG_PROOF);
    }

    void remind(Instant now) {
        if (end != null && !now.isBefore(next())) {
            told = now;
        }
    }

    Instant next() {
        return end == null
                ? proveBefore()
                : Stream.of(end.minus(Duration.ofHours(48)), end.minus(Duration.ofHours(1)), end)
                        .filter(at -> at.isAfter(told))
                        .findFirst()
                        .orElse(end);
    }

    private Instant proveBefore() {
        return begun.plus(Duration.ofMinutes(30));
    }

    String phase(Instant now) {
        return due(now) ? "DUE" : end != null ? "WAITING" : "UNPROVEN";
    }
}
