package io.latchkey.query.contacts;

import io.latchkey.command.Limits;
import io.latchkey.query.model.Columns;
import io.latchkey.query.model.Unsealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Recovery contacts as the clock sees them: who did not accept in time is not there. */
final class ContactTable {

    private static final String CONTACTS = """
            select c.*, a.account_id is null as gone
            from contact_view c left join account_view a on a.account_id = c.contact_account_id
            where c.account_id = ? and (c.accepted_at is not null or c.expires_at > ?)
            order by c.named_at, c.contact_id""";

    private static final String PEOPLE = """
            select c.*, a.sealed_name as holder_name, a.sealed_email
            from contact_view c join account_view a using (account_id)
            where c.contact_account_id = ? and (c.accepted_at is not null or c.expires_at > ?)
            order by c.named_at, c.contact_id""";

    private static final String APPROVALS = """
            select p.*, a.sealed_name as holder_name, a.sealed_email
            from contact_approval_view p join contact_view c using (contact_id)
                join account_view a on a.account_id = p.account_id
            where c.contact_account_id = ? and p.expires_at > ? order by p.begun_at, p.recovery_id""";

    private final JdbcTemplate jdbc;
    private final Unsealed unsealed;
    private final Clock clock;

    ContactTable(JdbcTemplate jdbc, Unsealed unsealed, Clock clock) {
        this.jdbc = jdbc;
        this.unsealed = unsealed;
        this.clock = clock;
    }

    List<ContactLine> contactsOf(String accountId) {
        return jdbc.query(CONTACTS, (row, number) -> contact(row), accountId, now());
    }

    List<PersonLine> peopleOf(String accountId) {
        return jdbc.query(PEOPLE, (row, number) -> person(row), accountId, now());
    }

    List<ApprovalLine> approvalsOf(String accountId) {
        return jdbc.query(APPROVALS, (row, number) -> approval(row), accountId, now());
    }

    private ContactLine contact(ResultSet row) throws SQLException {
        var acceptedAt = Columns.maybe(row, "accepted_at");
        boolean gone = acceptedAt != null && row.getBoolean("gone");
        return new ContactLine(
                row.getString("contact_id"),
                unsealed.text("ContactNamed/name/" + row.getString("account_id"), row.getString("sealed_name")),
                acceptedAt,
                acceptedAt == null || gone ? null : acceptedAt.plus(Limits.CONTACT_QUARANTINE),
                Columns.instant(row, "expires_at"),
                gone);
    }

    private PersonLine person(ResultSet row) throws SQLException {
        var id = row.getString("account_id");
        return new PersonLine(
                row.getString("contact_id"),
                id,
                unsealed.name(id, row.getString("holder_name")),
                unsealed.mailbox(id, row.getString("sealed_email")),
                Columns.maybe(row, "accepted_at"),
                Columns.instant(row, "expires_at"));
    }

    private ApprovalLine approval(ResultSet row) throws SQLException {
        var id = row.getString("account_id");
        return new ApprovalLine(
                row.getString("recovery_id"),
                id,
                unsealed.name(id, row.getString("holder_name")),
                unsealed.mailbox(id, row.getString("sealed_email")),
                Columns.instant(row, "begun_at"),
                Columns.instant(row, "expires_at"),
                row.getBoolean("approved"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
