package io.latchkey.query.groups;

import io.latchkey.query.model.Columns;
import io.latchkey.query.model.Unsealed;
import io.latchkey.value.GroupRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Groups and who is in them, as the clock sees them: an invitation that is too old is not there. */
final class GroupTable {

    private final JdbcTemplate jdbc;
    private final Unsealed unsealed;
    private final Clock clock;

    GroupTable(JdbcTemplate jdbc, Unsealed unsealed, Clock clock) {
        this.jdbc = jdbc;
        this.unsealed = unsealed;
        this.clock = clock;
    }

    List<GroupLine> groupsOf(String accountId) {
        return jdbc.query(
                "select g.group_id, g.sealed_name, m.role from group_member_view m join group_view g using (group_id)"
                        + " where m.account_id = ? order by m.joined_at, g.group_id",
                (row, number) -> group(row),
                accountId);
    }

    Optional<GroupLine> group(String groupId, String accountId) {
        return groupsOf(accountId).stream()
                .filter(group -> group.groupId().equals(groupId))
                .findFirst();
    }

    List<InvitationLine> invitationsOf(String accountId) {
        return jdbc.query(
                "select i.*, g.sealed_name from group_invitation_view i join group_view g using (group_id)"
                        + " where i.account_id = ? and i.expires_at > ? order by i.expires_at, i.invitation_id",
                (row, number) -> new InvitationLine(
                        row.getString("invitation_id"),
                        row.getString("group_id"),
                        name(row),
                        Columns.instant(row, "expires_at")),
                accountId,
                now());
    }

    int invitations(String groupId) {
        var count = jdbc.queryForObject(
                "select count(*) from group_invitation_view where group_id = ? and expires_at > ?",
                Integer.class,
                groupId,
                now());
        return count == null ? 0 : count;
    }

    List<MemberLine> members(String groupId) {
        return jdbc.query(
                "select m.*, a.sealed_name, a.sealed_email from group_member_view m"
                        + " left join account_view a using (account_id)"
                        + " where m.group_id = ? order by m.joined_at, m.account_id",
                (row, number) -> member(row),
                groupId);
    }

    private MemberLine member(ResultSet row) throws SQLException {
        var id = row.getString("account_id");
        return new MemberLine(
                id,
                unsealed.name(id, row.getString("sealed_name")),
                unsealed.mailbox(id, row.getString("sealed_email")),
                GroupRole.valueOf(row.getString("role")),
                Columns.instant(row, "joined_at"));
    }

    private GroupLine group(ResultSet row) throws SQLException {
        return new GroupLine(row.getString("group_id"), name(row), GroupRole.valueOf(row.getString("role")));
    }

    private @Nullable String name(ResultSet row) throws SQLException {
        return unsealed.text("GroupCreated/name/" + row.getString("group_id"), row.getString("sealed_name"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
