package io.latchkey.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.command.Way;
import io.latchkey.command.WayRule;
import io.latchkey.event.*;
import io.latchkey.value.Factor;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Nobody is recovered with the help of contacts but after the mailbox was proven for that very case, by as many contacts as
 * the policy says, who are so still and were when their quarantine was over, after the waiting period and before any stop.
 * It knows no rule of the aggregates.
 */
final class ContactHistory {

    private static final WayRule RULE = History.POLICY.rule(Way.CONTACTS);

    private record Bound(String contactAccountId, Instant at) {}

    private final Map<String, Bound> contacts = new HashMap<>();
    private final Map<String, Instant> mailboxes = new HashMap<>();
    private final Map<String, String> proven = new HashMap<>();
    private final Map<String, ContactRecoveryStarted> open = new HashMap<>();
    private final Map<String, Set<String>> approvals = new HashMap<>();
    private final Map<String, ContactRecoveryScheduled> scheduled = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    int recovered;

    void add(LatchkeyEvent event, Instant at) {
        switch (event) {
            case MailboxVerified it -> mailboxes.put(it.accountId(), at);
            case ContactAccepted it -> contacts.put(it.contactId(), new Bound(it.contactAccountId(), at));
            case ContactRemoved it -> contacts.remove(it.contactId());
            case RecoveryProofAccepted it
            when it.factor() == Factor.EMAIL_CODE -> proven.put(it.recoveryId(), it.accountId());
            case ContactRecoveryStarted it -> start(it, at);
            case ContactRecoveryApproved it -> approve(it, at);
            case ContactRecoveryScheduled it -> schedule(it, at);
            case AssistedRecoveryCancelled it -> end(it.accountId());
            case AssistedRecoveryExpired it -> end(it.accountId());
            case TotpAccepted it -> holderIsThere(it.accountId());
            case AccountRecovered it -> recover(it, at);
            default -> {}
        }
    }

    private void start(ContactRecoveryStarted event, Instant at) {
        assertThat(proven).as("the mailbox, for this very case").containsEntry(event.recoveryId(), event.accountId());
        assertThat(at)
                .as("no mailbox in quarantine")
                .isAfterOrEqualTo(mailboxes.get(event.accountId()).plus(RULE.quarantine()));
        assertThat(open.put(event.accountId(), event)).as("one at a time").isNull();
        assertThat(ended.contains(event.recoveryId())).as("asked once").isFalse();
        approvals.put(event.recoveryId(), new HashSet<>());
    }

    private void approve(ContactRecoveryApproved event, Instant at) {
        var asked = open.get(event.accountId());
        assertThat(asked).as("contacts were asked").isNotNull();
        assertThat(asked.recoveryId()).isEqualTo(event.recoveryId());
        assertThat(asked.contacts()).contains(event.contactId());
        assertThat(at).as("in its time").isBefore(asked.expiresAt());
        var contact = contacts.get(event.contactId());
        assertThat(contact).as("a contact still").isNotNull();
        assertThat(contact.contactAccountId).isEqualTo(event.contactAccountId());
        assertThat(event.contactAccountId()).as("not the own case").isNotEqualTo(event.accountId());
        assertThat(at).as("after the quarantine of a contact").isAfterOrEqualTo(contact.at.plus(RULE.quarantine()));
        assertThat(approvals.get(event.recoveryId()).add(event.contactId()))
                .as("once each")
                .isTrue();
    }

    private void schedule(ContactRecoveryScheduled event, Instant at) {
        enough(event.recoveryId());
        var fixed = open.get(event.accountId()).waitingSeconds();
        assertThat(event.completesAt()).as("as long as was fixed").isEqualTo(at.plusSeconds(fixed));
        assertThat(scheduled.put(event.recoveryId(), event)).as("once").isNull();
    }

    private void enough(String recoveryId) {
        var counted = approvals.get(recoveryId).stream()
                .filter(contacts::containsKey)
                .map(contact -> contacts.get(contact).contactAccountId)
                .distinct();
        assertThat(counted.count()).as("approvals").isGreaterThanOrEqualTo(RULE.approvals());
    }

    private void recover(AccountRecovered event, Instant at) {
        var asked = open.get(event.accountId());
        assertThat(asked).as("contacts were asked, and nothing stopped it").isNotNull();
        assertThat(asked.recoveryId()).isEqualTo(event.recoveryId());
        assertThat(scheduled).containsKey(event.recoveryId());
        var due = scheduled.get(event.recoveryId());
        assertThat(at).isAfterOrEqualTo(due.completesAt()).isBefore(due.expiresAt());
        enough(event.recoveryId());
        end(event.accountId());
        recovered++;
    }

    private void holderIsThere(String accountId) {
        if (open.containsKey(accountId)) {
            end(accountId);
        }
    }

    private void end(String accountId) {
        var gone = open.remove(accountId);
        if (gone != null) {
            ended.add(gone.recoveryId());
        }
    }
}
