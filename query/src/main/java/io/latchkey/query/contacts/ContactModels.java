package io.latchkey.query.contacts;

import io.latchkey.event.AccountErased;
import io.latchkey.event.AccountRecovered;
import io.latchkey.event.AssistedRecoveryCancelled;
import io.latchkey.event.AssistedRecoveryExpired;
import io.latchkey.event.ContactAccepted;
import io.latchkey.event.ContactNamed;
import io.latchkey.event.ContactRecoveryApproved;
import io.latchkey.event.ContactRecoveryScheduled;
import io.latchkey.event.ContactRecoveryStarted;
import io.latchkey.event.ContactRemoved;
import io.latchkey.event.ContactsReviewed;
import io.latchkey.event.LatchkeyEvent;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Projection;
import io.latchkey.query.model.Writes;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that is remembered of recovery contacts, from the events of their holders alone. */
public final class ContactModels implements Projection {

    private final JdbcTemplate jdbc;

    public ContactModels(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void project(List<Fact> facts) {
        var writes = new Writes(jdbc);
        for (var fact : facts) {
            writes.about(fact.aggregateId());
            project(fact, writes);
        }
        writes.flush();
    }

    @Override
    public void forget() {
        jdbc.execute("truncate contact_view, contact_approval_view");
    }

    private static void project(Fact fact, Writes writes) {
        switch (fact.event()) {
            case ContactNamed event -> name(fact, event, writes);
            case ContactAccepted event ->
                writes.add(
                        "update contact_view set accepted_at = ?, reviewed_at = ? where contact_id = ?",
                        fact.at(),
                        fact.at(),
                        event.contactId());
            case ContactRemoved event -> {
                writes.add("delete from contact_view where contact_id = ?", event.contactId());
                writes.add("delete from contact_approval_view where contact_id = ?", event.contactId());
            }
            case ContactsReviewed event ->
                writes.add(
                        "update contact_view set reviewed_at = ? where account_id = ? and accepted_at is not null",
                        fact.at(),
                        event.accountId());
            case ContactRecoveryStarted event -> ask(fact, event, writes);
            case ContactRecoveryApproved event ->
                writes.add(
                        "update contact_approval_view set approved = true where approval_id = ?",
                        approval(event.recoveryId(), event.contactId()));
            case ContactRecoveryScheduled event ->
                writes.add(
                        "update contact_approval_view set expires_at = ? where recovery_id = ?",
                        event.expiresAt(),
                        event.recoveryId());
            case AssistedRecoveryCancelled event -> end(event.recoveryId(), writes);
            case AssistedRecoveryExpired event -> end(event.recoveryId(), writes);
            case AccountRecovered event -> end(event.recoveryId(), writes);
            case AccountErased event -> {
                writes.add("delete from contact_view where account_id = ?", event.accountId());
                writes.add("delete from contact_approval_view where account_id = ?", event.accountId());
            }
            case LatchkeyEvent other -> {}
        }
    }

    private static void name(Fact fact, ContactNamed event, Writes writes) {
        writes.add(
                "insert into contact_view (contact_id, account_id, contact_account_id, sealed_name, named_at,"
                        + " expires_at) values (?, ?, ?, ?, ?, ?)",
                event.contactId(),
                event.accountId(),
                event.contactAccountId(),
                event.sealedName(),
                fact.at(),
                event.expiresAt());
    }

    private static void ask(Fact fact, ContactRecoveryStarted event, Writes writes) {
        for (var contactId : event.contacts()) {
            writes.add(
                    "insert into contact_approval_view (approval_id, recovery_id, contact_id, account_id, begun_at,"
                            + " expires_at, approved) values (?, ?, ?, ?, ?, ?, false)",
                    approval(event.recoveryId(), contactId),
                    event.recoveryId(),
                    contactId,
                    event.accountId(),
                    fact.at(),
                    event.expiresAt());
        }
    }

    private static void end(String recoveryId, Writes writes) {
        writes.add("delete from contact_approval_view where recovery_id = ?", recoveryId);
    }

    private static String approval(String recoveryId, String contactId) {
        return recoveryId + "/" + contactId;
    }
}
