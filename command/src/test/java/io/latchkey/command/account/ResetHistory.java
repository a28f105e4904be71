package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.event.*;
import io.latchkey.value.Factor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** No second factor is taken off without every proof the policy names, for that very case, nor before its time, nor after the holder was there. */
final class ResetHistory {

    private record Signed(String accountId, Factor factor) {}

    private record Proven(String accountId, Instant at) {}

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
        assertThat(at)
                .as("no mailbox in quarantine")
                .isAfterOrEqualTo(mailboxes.get(event.accountId()).plus(ResetModel.QUARANTINE));
        assertThat(started.values())
                .as("one at a time")
                .noneMatch(other -> other.accountId().equals(event.accountId()));
        started.put(event.recoveryId(), event);
    }

    private void schedule(SecondFactorResetScheduled event, Instant at) {
        var begun = started.get(event.recoveryId());
        assertThat(begun.accountId()).isEqualTo(event.accountId());
        assertThat(at).as("proven in its time").isBefore(begun.expiresAt());
        proven.put(event.recoveryId(), new Proven(event.accountId(), at));
    }

    private void taken(SecondFactorsReset event, Instant at) {
        var mailbox = proven.get(event.recoveryId());
        assertThat(mailbox).as("the mailbox, for this very case").isNotNull();
        assertThat(mailbox.accountId).isEqualTo(event.accountId());
        var fixed = started.get(event.recoveryId()).waitingSeconds();
        assertThat(Duration.ofSeconds(fixed)).isBetween(Duration.ofHours(24), Duration.ofDays(7));
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
