package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.Way;
import io.latchkey.command.WayRule;
import io.latchkey.event.*;
import io.latchkey.value.Factor;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * No second factor is taken off without every proof the policy names, for that very case, nor before its time, nor after
 * the holder was there.
 */
final class ResetHistory {

    private static final WayRule RULE = History.POLICY.rule(Way.DELAYED_RESET);

    private record Signed(String accountId, Factor factor) {}

    private record Proven(String accountId, Instant at, Set<Factor> proofs) {}

    private final Map<String, Signed> signIns = new HashMap<>();
    private final Map<String, Instant> mailboxes = new HashMap<>();
    private final Map<String, SecondFactorResetStarted> started = new HashMap<>();
    private final Map<String, Proven> proven = new HashMap<>();

    void add(LatchkeyEvent event, Instant at) {
        switch (event) {
            case SignInBegun it -> signIns.put(it.signInId(), new Signed(it.accountId(), Factor.PASSWORD));
            case MailboxVerified it -> mailboxes.put(it.accountId(), at);
            case SecondFactorResetStarted it -> start(it, at);
            case SecondFactorResetScheduled it -> schedule(it, at);
            case SecondFactorResetCancelled it -> end(it.recoveryId());
            case SecondFactorResetExpired it -> end(it.recoveryId());
            case TotpAccepted it -> holderIsThere(it.accountId());
            case BackupCodeSpent it -> holderIsThere(it.accountId());
            case SecondFactorResetByDevice it -> holderIsThere(it.accountId());
            case TotpEnrolled it -> holderIsThere(it.accountId());
            case AccountRecovered it -> holderIsThere(it.accountId());
            case SecondFactorsReset it -> taken(it, at);
            default -> {}
        }
    }

    private void start(SecondFactorResetStarted event, Instant at) {
        assertThat(signIns.get(event.signInId()))
                .as("the password, given for this very account")
                .isEqualTo(new Signed(event.accountId(), Factor.PASSWORD));
        assertThat(mailboxes).as("a mailbox").containsKey(event.accountId());
        assertThat(at)
                .as("no mailbox in quarantine")
                .isAfterOrEqualTo(mailboxes.get(event.accountId()).plus(RULE.quarantine()));
        assertThat(started.values())
                .as("one at a time")
                .noneMatch(other -> other.accountId().equals(event.accountId()));
        started.put(event.recoveryId(), event);
    }

    private void schedule(SecondFactorResetScheduled event, Instant at) {
        var begun = started.get(event.recoveryId());
        assertThat(begun).as("the reset was begun").isNotNull();
        assertThat(begun.accountId()).isEqualTo(event.accountId());
        assertThat(at).as("proven in its time").isBefore(begun.expiresAt());
        var password = signIns.get(begun.signInId()).factor;
        proven.put(event.recoveryId(), new Proven(event.accountId(), at, EnumSet.of(password, Factor.EMAIL_CODE)));
    }

    private void taken(SecondFactorsReset event, Instant at) {
        var mailbox = proven.get(event.recoveryId());
        assertThat(mailbox).as("the mailbox, for this very case").isNotNull();
        assertThat(mailbox.accountId).isEqualTo(event.accountId());
        assertThat(mailbox.proofs).as("every proof of the policy").containsAll(RULE.proofs());
        var fixed = started.get(event.recoveryId()).waitingSeconds();
        assertThat(RULE.waiting().allows(Duration.ofSeconds(fixed))).isTrue();
        assertThat(at).as("after its waiting period").isAfterOrEqualTo(mailbox.at.plusSeconds(fixed));
        end(event.recoveryId());
    }

    private void holderIsThere(String accountId) {
        proven.values().removeIf(one -> one.accountId.equals(accountId));
    }

    private void end(String id) {
        started.remove(id);
        proven.remove(id);
    }
}
