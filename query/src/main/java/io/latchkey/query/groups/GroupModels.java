package io.latchkey.query.groups;

import io.latchkey.event.*;
import io.latchkey.query.model.Fact;
import io.latchkey.query.model.Projection;
import io.latchkey.query.model.Writes;
import io.latchkey.value.GroupRole;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that is remembered of groups, from their own events alone. */
public final class GroupModels implements Projection {

    private static final String DESERTED =
            " and not exists (select 1 from group_member_view m where m.group_id = g.group_id)";

    private final JdbcTemplate jdbc;

    public GroupModels(JdbcTemplate jdbc) {
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
        jdbc.execute("truncate group_view, group_member_view, group_invitation_view, group_recovery_view,"
                + " group_consent_view");
    }

    private static void project(Fact fact, Writes writes) {
        switch (fact.event()) {
            case GroupCreated event -> create(fact, event, writes);
            case GroupMemberInvited event -> invite(event, writes);
            case GroupMemberJoined event -> {
                writes.add("delete from group_invitation_view where invitation_id = ?", event.invitationId());
                join(fact, event.groupId(), event.accountId(), GroupRole.MEMBER, writes);
            }
            case GroupMemberLeft event -> leave(event, writes);
            case GroupRoleChanged event -> change(event, writes);
            case GroupRecoveryBegun event -> begin(fact, event, writes);
            case GroupRecoveryApproved event ->
                consent(event.groupId(), event.recoveryId(), event.approvedBy(), writes);
            case LatchkeyEvent other -> {}
        }
    }

    private static void create(Fact fact, GroupCreated event, Writes writes) {
        writes.add(
                "insert into group_view (group_id, sealed_name, created_at) values (?, ?, ?)",
                event.groupId(),
                event.sealedName(),
                fact.at());
        join(fact, event.groupId(), event.accountId(), GroupRole.ORGANIZER, writes);
    }

    private static void invite(GroupMemberInvited event, Writes writes) {
        writes.add(
                "delete from group_invitation_view where group_id = ? and account_id = ?",
                event.groupId(),
                event.accountId());
        writes.add(
                "insert into group_invitation_view (invitation_id, group_id, account_id, expires_at)"
                        + " values (?, ?, ?, ?)",
                event.invitationId(),
                event.groupId(),
                event.accountId(),
                event.expiresAt());
    }

    private static void join(Fact fact, String groupId, String accountId, GroupRole role, Writes writes) {
        writes.add(
                "insert into group_member_view (member_id, group_id, account_id, role, joined_at)"
                        + " values (?, ?, ?, ?, ?)",
                groupId + "/" + accountId,
                groupId,
                accountId,
                role,
                fact.at());
    }

    private static void leave(GroupMemberLeft event, Writes writes) {
        var group = event.groupId();
        writes.add("delete from group_member_view where member_id = ?", group + "/" + event.accountId());
        writes.add("delete from group_recovery_view where group_id = ? and account_id = ?", group, event.accountId());
        withdraw(group, event.accountId(), writes);
        writes.add("delete from group_view g where group_id = ?" + DESERTED, group);
        writes.add("delete from group_invitation_view g where group_id = ?" + DESERTED, group);
    }

    private static void change(GroupRoleChanged event, Writes writes) {
        writes.add(
                "update group_member_view set role = ? where member_id = ?",
                event.role(),
                event.groupId() + "/" + event.accountId());
        if (event.role() == GroupRole.MEMBER) {
            withdraw(event.groupId(), event.accountId(), writes);
        }
    }

    private static void withdraw(String groupId, String accountId, Writes writes) {
        writes.add("delete from group_consent_view where group_id = ? and account_id = ?", groupId, accountId);
    }

    private static void begin(Fact fact, GroupRecoveryBegun event, Writes writes) {
        writes.add(
                "insert into group_recovery_view (recovery_id, group_id, account_id, begun_by, sealed_note, begun_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                event.recoveryId(),
                event.groupId(),
                event.accountId(),
                event.begunBy(),
                event.sealedNote(),
                fact.at());
        consent(event.groupId(), event.recoveryId(), event.begunBy(), writes);
    }

    private static void consent(String groupId, String recoveryId, String accountId, Writes writes) {
        writes.add(
                "insert into group_consent_view (consent_id, group_id, recovery_id, account_id) values (?, ?, ?, ?)",
                recoveryId + "/" + accountId,
                groupId,
                recoveryId,
                accountId);
    }
}
