package io.latchkey.command.group;

import io.latchkey.event.*;
import io.latchkey.value.GroupRole;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the events of one group add up to. Only assigns. */
final class GroupState {

    record Invitation(String accountId, Instant expiresAt) {}

    /** The recovery of a member, and who of the organizers consented to it. */
    record Case(String memberId, Set<String> consents) {}

    final Map<String, GroupRole> members = new LinkedHashMap<>();
    final Map<String, Invitation> invitations = new LinkedHashMap<>();
    final Map<String, Case> cases = new LinkedHashMap<>();

    String id = "";
    String sealedName = "";

    boolean has(String accountId) {
        return members.containsKey(accountId);
    }

    boolean leads(String accountId) {
        return members.get(accountId) == GroupRole.ORGANIZER;
    }

    List<String> otherOrganizers(String accountId) {
        return members.keySet().stream()
                .filter(other -> !other.equals(accountId) && leads(other))
                .toList();
    }

    @Nullable
    Case find(String recoveryId) {
        return cases.get(recoveryId);
    }

    void evolve(GroupEvent event, Instant at) {
        id = event.groupId();
        switch (event) {
            case GroupCreated created -> create(created);
            case GroupMemberInvited invited -> invite(invited, at);
            case GroupMemberJoined joined -> join(joined);
            case GroupMemberLeft left -> leave(left.accountId());
            case GroupRoleChanged changed -> change(changed);
            case GroupWishRefused ignored -> {}
            case GroupRecoveryBegun begun -> begin(begun);
            case GroupRecoveryApproved approved -> approve(approved);
            case GroupRecoveryCompleted completed -> cases.remove(completed.recoveryId());
        }
    }

    private void create(GroupCreated event) {
        sealedName = event.sealedName();
        members.put(event.accountId(), GroupRole.ORGANIZER);
    }

    /** A newer invitation takes the place of an older one. */
    private void invite(GroupMemberInvited event, Instant at) {
        invitations.values().removeIf(old -> old.accountId.equals(event.accountId()) || !at.isBefore(old.expiresAt));
        invitations.put(event.invitationId(), new Invitation(event.accountId(), event.expiresAt()));
    }

    private void join(GroupMemberJoined event) {
        invitations.remove(event.invitationId());
        members.put(event.accountId(), GroupRole.MEMBER);
    }

    /** A group that nobody is left in is over: who came in later would find nobody to lead it. */
    private void leave(String accountId) {
        members.remove(accountId);
        if (members.isEmpty()) {
            invitations.clear();
        }
        cases.values().removeIf(open -> open.memberId.equals(accountId));
        withdraw(accountId);
    }

    private void change(GroupRoleChanged event) {
        members.put(event.accountId(), event.role());
        if (event.role() == GroupRole.MEMBER) {
            withdraw(event.accountId());
        }
    }

    /** A consent does not come back with whoever gave it. */
    private void withdraw(String accountId) {
        cases.values().forEach(open -> open.consents.remove(accountId));
    }

    /** An older case of the same member has ended at the account, or this one would not have begun. */
    private void begin(GroupRecoveryBegun event) {
        cases.values().removeIf(old -> old.memberId.equals(event.accountId()));
        cases.put(event.recoveryId(), new Case(event.accountId(), new LinkedHashSet<>(Set.of(event.begunBy()))));
    }

    private void approve(GroupRecoveryApproved event) {
        var open = cases.get(event.recoveryId());
        if (open != null) {
            open.consents.add(event.approvedBy());
        }
    }
}
